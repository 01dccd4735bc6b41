package io.github.clerkspring.security.attack;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.security.TokenRejection;

/**
 * Tokens that are good, that are bad, and that are just on the edge, for a clock that
 * stands at {@link TestClock#NOW}.
 */
public final class AttackCorpus {

	private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

	private final KeyPair keyA;

	private final KeyPair keyB;

	private final KeyPair foreign = TokenForge.newKey(2048);

	private final List<AttackCase> cases = new ArrayList<>();

	private final List<String> changedHeaders = new ArrayList<>();

	public AttackCorpus(KeyPair keyA, KeyPair keyB) {
		this.keyA = keyA;
		this.keyB = keyB;
		good();
		algorithms();
		headers();
		keys();
		subjects();
		parties();
		times();
		json();
		encodings();
		signatures();
		similarHeaders();
		shapes();
		order();
	}

	public List<AttackCase> cases() {
		return this.cases;
	}

	private void add(String label, String token, @Nullable TokenRejection rejection) {
		this.cases.add(new AttackCase(label, token, rejection));
	}

	private void header(String label, Claims header, @Nullable TokenRejection rejection) {
		add("header " + label, TokenForge.sign(this.keyA, header.toString(), Claims.payload().toString()), rejection);
	}

	private void payload(String label, Claims payload, @Nullable TokenRejection rejection) {
		payload(label, payload.toString(), rejection);
	}

	private void payload(String label, String payload, @Nullable TokenRejection rejection) {
		add("payload " + label, TokenForge.sign(this.keyA, Claims.header().toString(), payload), rejection);
	}

	private void good() {
		payload("as Clerk makes it", Claims.payload(), null);
		header("without category", Claims.header().without("cat"), null);
		header("with the category that means nothing", Claims.header().set("cat", "\"cl_I7d4PD111III\""), null);
		header("without type", Claims.header().without("typ"), null);
		header("with a member of Clerk's", Claims.header().set("oiat", "1800000000"), null);
		add("signed by the second key", TokenForge.sign(this.keyB, Claims.header().set("kid", "\"ins_b\"").toString(),
				Claims.payload().toString()), null);
		payload("version 1 with organization",
				Claims.payload()
					.set("org_id", "\"org_1\"")
					.set("org_role", "\"org:admin\"")
					.set("org_permissions", "[\"org:invoices:read\"]"),
				null);
		payload("version 2 with organization",
				Claims.payload()
					.set("v", "2")
					.set("sts", "\"active\"")
					.set("fea", "\"o:dashboard,o:teams\"")
					.set("o", "{\"id\":\"org_1\",\"rol\":\"admin\",\"per\":\"manage,read\",\"fpm\":\"3,2\"}"),
				null);
		payload("version 2 without permissions", Claims.payload().set("v", "2").set("o", "{\"id\":\"org_1\"}"), null);
		payload("version 2 with a mask beyond all integers",
				Claims.payload()
					.set("v", "2")
					.set("fea", "\"o:f\"")
					.set("o", "{\"id\":\"org_1\",\"per\":\"read\",\"fpm\":\"" + "9".repeat(400) + "\"}"),
				null);
		payload("version 2 with more masks than features",
				Claims.payload()
					.set("v", "2")
					.set("fea", "\"o:f\"")
					.set("o", "{\"id\":\"org_1\",\"per\":\"read\",\"fpm\":\"1,1,1,1\"}"),
				null);
		payload("version 2 with a feature without scope",
				Claims.payload()
					.set("v", "2")
					.set("fea", "\"dashboard\"")
					.set("o", "{\"id\":\"org_1\",\"per\":\"read\",\"fpm\":\"1\"}"),
				null);
		for (String version : List.of("\"2\"", "3", "null", "2.0", "[]", "1e400")) {
			payload("version " + version, Claims.payload().set("v", version).set("o", "{\"id\":\"org_1\"}"), null);
		}
		for (String organization : List.of("null", "\"org_1\"", "[]", "{}", "{\"id\":7}", "{\"id\":\"\"}")) {
			payload("organization " + organization, Claims.payload().set("v", "2").set("o", organization), null);
		}
		for (String ages : List.of("[1,-1]", "[1]", "[1,2,3]", "\"x\"", "[null,1]", "[-7,1]", "[1.5,1e99]")) {
			payload("factor ages " + ages, Claims.payload().set("fva", ages), null);
		}
		for (String actor : List.of("{\"sub\":\"user_2\"}", "{}", "null", "\"user_2\"", "[1]")) {
			payload("actor " + actor, Claims.payload().set("act", actor), null);
		}
		for (String features : List.of("\"\"", "\",\"", "\":\"", "\"o:\"", "7", "[]", "\"u:a,o:b,x:c\"")) {
			payload("features " + features, Claims.payload().set("fea", features).set("pla", features), null);
		}
		payload("audience that nobody asked about", Claims.payload().set("aud", "\"x\""), null);
		payload("audience of another type", Claims.payload().set("aud", "{\"a\":1}"), null);
		payload("custom claims",
				Claims.payload().set("roles", "[\"admin\"]").set("deep", "{\"a\":{\"b\":[1,2.5,null]}}"), null);
	}

	private void algorithms() {
		for (String algorithm : List.of("\"none\"", "\"None\"", "\"NONE\"", "null", "\"rs256\"", "[\"RS256\"]", "256",
				"\"\"", "\"__proto__\"", "\"RS256 \"", "\"RS384\"", "\"RS512\"", "\"PS256\"", "\"ES256\"", "\"EdDSA\"",
				"\"RS1\"", "\"HS256\"", "true", "{}")) {
			header("alg " + algorithm, Claims.header().set("alg", algorithm), TokenRejection.TOKEN_INVALID_ALGORITHM);
		}
		header("without alg", Claims.header().without("alg"), TokenRejection.TOKEN_INVALID_ALGORITHM);
		for (String algorithm : List.of("none", "None", "NONE", "nOnE")) {
			String input = input(Claims.header().set("alg", "\"" + algorithm + "\""), Claims.payload());
			add("alg " + algorithm + " without signature", input + ".", TokenRejection.TOKEN_INVALID_ALGORITHM);
		}
		RSAPublicKey key = (RSAPublicKey) this.keyA.getPublic();
		String pem = "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder().encodeToString(key.getEncoded())
				+ "\n-----END PUBLIC KEY-----\n";
		Map<String, byte[]> secrets = new LinkedHashMap<>();
		secrets.put("PEM", pem.getBytes(StandardCharsets.US_ASCII));
		secrets.put("DER", key.getEncoded());
		secrets.put("modulus", key.getModulus().toByteArray());
		secrets.put("encoded modulus",
				TokenForge.encode(key.getModulus().toByteArray()).getBytes(StandardCharsets.US_ASCII));
		secrets.put("zero", new byte[1]);
		secrets.forEach((label, secret) -> {
			for (String bits : List.of("256", "512")) {
				String input = input(Claims.header().set("alg", "\"HS" + bits + "\""), Claims.payload());
				add("HS" + bits + " keyed with " + label, TokenForge.hmac("HmacSHA" + bits, secret, input),
						TokenRejection.TOKEN_INVALID_ALGORITHM);
			}
			String input = input(Claims.header(), Claims.payload());
			add("RS256 header over HMAC keyed with " + label, TokenForge.hmac("HmacSHA256", secret, input),
					TokenRejection.TOKEN_INVALID_SIGNATURE);
		});
		signedWith("PS256", "RSASSA-PSS");
		signedWith("RS384", "SHA384withRSA");
		signedWith("RS512", "SHA512withRSA");
		signedWith("RS1", "SHA1withRSA");
	}

	private void signedWith(String name, String algorithm) {
		String named = input(Claims.header().set("alg", "\"" + name + "\""), Claims.payload());
		add("signed with " + name, named + "." + TokenForge.encode(TokenForge.signature(this.keyA, algorithm, named)),
				TokenRejection.TOKEN_INVALID_ALGORITHM);
		String hidden = input(Claims.header(), Claims.payload());
		add("RS256 header over " + name,
				hidden + "." + TokenForge.encode(TokenForge.signature(this.keyA, algorithm, hidden)),
				TokenRejection.TOKEN_INVALID_SIGNATURE);
	}

	private void headers() {
		for (String type : List.of("\"at+jwt\"", "\"application/at+jwt\"", "\"jwt\"", "\"JWE\"", "null", "1",
				"[\"JWT\"]", "\"\"", "\"JWT \"")) {
			header("typ " + type, Claims.header().set("typ", type), TokenRejection.TOKEN_INVALID);
		}
		header("of a machine", Claims.header().set("cat", "\"cl_B7d4PD333AAA\""), TokenRejection.TOKEN_INVALID);
		for (String category : List.of("\"cl_B7d4PD222AAA\"", "\"cl_unknown\"", "null", "\"\"", "7",
				"[\"cl_B7d4PD111AAA\"]", "\"CL_B7D4PD111AAA\"")) {
			header("cat " + category, Claims.header().set("cat", category), TokenRejection.TOKEN_TYPE_MISMATCH);
		}
		for (String critical : List.of("[\"exp\"]", "[\"unknown\"]", "[]", "null", "\"exp\"", "[\"b64\"]")) {
			header("crit " + critical, Claims.header().set("crit", critical), TokenRejection.TOKEN_INVALID);
		}
		for (String name : List.of("b64", "zip", "cty")) {
			for (String value : List.of("false", "true", "\"DEF\"", "\"JWT\"", "null")) {
				header(name + " " + value, Claims.header().set(name, value), TokenRejection.TOKEN_INVALID);
			}
		}
		for (String name : List.of("jwk", "jku", "x5u", "x5c")) {
			String value = (name.equals("jwk")) ? "{\"kty\":\"RSA\",\"n\":\""
					+ TokenForge.encode(((RSAPublicKey) this.foreign.getPublic()).getModulus().toByteArray())
					+ "\",\"e\":\"AQAB\"}" : "\"https://evil.example/keys\"";
			add(name + " of an attacker", TokenForge.sign(this.foreign, Claims.header().set(name, value).toString(),
					Claims.payload().toString()), TokenRejection.TOKEN_INVALID_SIGNATURE);
		}
	}

	private void keys() {
		header("without kid", Claims.header().without("kid"), TokenRejection.JWK_KID_MISMATCH);
		for (String id : List.of("\"\"", "\"ins_other\"", "\"INS_A\"", "\"ins_a \"", "\"../../etc/passwd\"",
				"\"' OR 1=1 --\"", "\"https://evil.example/jwks\"", "\"__proto__\"", "\"constructor\"", "\"\\u0000\"",
				"\"" + "k".repeat(8000) + "\"")) {
			header("kid " + id.substring(0, Math.min(30, id.length())), Claims.header().set("kid", id),
					TokenRejection.JWK_KID_MISMATCH);
		}
		for (String id : List.of("7", "null", "[\"ins_a\"]", "{}", "true")) {
			header("kid " + id, Claims.header().set("kid", id), TokenRejection.TOKEN_INVALID);
		}
		add("key A signed by B", TokenForge.sign(this.keyB, Claims.header().toString(), Claims.payload().toString()),
				TokenRejection.TOKEN_INVALID_SIGNATURE);
		add("key B signed by A", TokenForge.sign(this.keyA, Claims.header().set("kid", "\"ins_b\"").toString(),
				Claims.payload().toString()), TokenRejection.TOKEN_INVALID_SIGNATURE);
		add("signed by a stranger",
				TokenForge.sign(this.foreign, Claims.header().toString(), Claims.payload().toString()),
				TokenRejection.TOKEN_INVALID_SIGNATURE);
	}

	private void subjects() {
		payload("without sub", Claims.payload().without("sub"), TokenRejection.TOKEN_VERIFICATION_FAILED);
		for (String subject : List.of("null", "7", "[\"user_1\"]", "{}", "true", "\"\"")) {
			payload("sub " + subject, Claims.payload().set("sub", subject), TokenRejection.TOKEN_VERIFICATION_FAILED);
		}
		for (String subject : List.of("\"mch_1\"", "\"org_1\"", "\"client_1\"", "\" user_1\"", "\"USER_1\"")) {
			payload("sub " + subject, Claims.payload().set("sub", subject), TokenRejection.TOKEN_TYPE_MISMATCH);
		}
		payload("without sid", Claims.payload().without("sid"), TokenRejection.TOKEN_TYPE_MISMATCH);
		for (String session : List.of("null", "7", "\"\"", "\" \"", "[\"sess_1\"]", "{}")) {
			payload("sid " + session, Claims.payload().set("sid", session), TokenRejection.TOKEN_TYPE_MISMATCH);
		}
		add("template token",
				TokenForge.sign(this.keyA, Claims.header().set("cat", "\"cl_I7d4PD111III\"").toString(),
						Claims.payload().without("sid").set("jti", "\"1\"").toString()),
				TokenRejection.TOKEN_TYPE_MISMATCH);
		payload("id token", Claims.payload().without("sid").set("aud", "\"client\"").set("nonce", "\"1\""),
				TokenRejection.TOKEN_TYPE_MISMATCH);
		payload("handshake", "{\"handshake\":[\"__session=x\"]}", TokenRejection.TOKEN_VERIFICATION_FAILED);
		payload("client cookie", "{\"id\":\"client_1\",\"rotating_token\":\"x\"}",
				TokenRejection.TOKEN_VERIFICATION_FAILED);
		for (String bound : List.of("{\"jkt\":\"x\"}", "{\"jkt\":7}", "\"x\"", "null")) {
			payload("bound to a key " + bound, Claims.payload().set("cnf", bound), TokenRejection.TOKEN_TYPE_MISMATCH);
		}
		payload("pending", Claims.payload().set("sts", "\"pending\""), TokenRejection.SESSION_PENDING);
		payload("pending in escapes", Claims.payload().set("sts", "\"\\u0070ending\""), TokenRejection.SESSION_PENDING);
		for (String status : List.of("null", "1", "[\"pending\"]", "true", "{}", "\"\"", "\"Pending\"", "\" pending\"",
				"\"active\"", "\"abandoned\"")) {
			payload("sts " + status, Claims.payload().set("sts", status), null);
		}
	}

	private void parties() {
		payload("without azp", Claims.payload().without("azp"), TokenRejection.TOKEN_INVALID_AUTHORIZED_PARTIES);
		for (String party : List.of("null", "\"\"", "7", "[\"" + TestInstance.PARTY + "\"]", "{}",
				"\"https://app.example.co\"", "\"https://app.example.com.evil.test\"", "\"https://app.example.com/\"",
				"\"https://APP.example.com\"", "\"https://app.example.com:443\"", "\"http://app.example.com\"",
				"\" https://app.example.com\"", "\"https://app.example.com \"", "\"app.example.com\"",
				"\"https://\\u0430pp.example.com\"", "\"https://app.example.com#\"", "\"https://app.example.com?x\"",
				"\"https://evil.test@app.example.com\"", "\"*\"")) {
			payload("azp " + party, Claims.payload().set("azp", party),
					TokenRejection.TOKEN_INVALID_AUTHORIZED_PARTIES);
		}
		payload("without iss", Claims.payload().without("iss"), TokenRejection.TOKEN_INVALID_ISSUER);
		for (String issuer : List.of("null", "\"\"", "7", "[\"" + TestInstance.ISSUER + "\"]",
				"\"https://clerk.example.com/\"", "\"http://clerk.example.com\"",
				"\"https://clerk.example.com.evil.test\"", "\"https://clerk.evil.test\"",
				"\"https://x.clerk.accounts.dev\"", "\"clerk.example.com\"", "\"https://CLERK.example.com\"",
				"\" https://clerk.example.com\"")) {
			payload("iss " + issuer, Claims.payload().set("iss", issuer), TokenRejection.TOKEN_INVALID_ISSUER);
		}
	}

	private void times() {
		long now = TestClock.NOW;
		Claims old = Claims.payload().without("iat").without("nbf");
		for (long offset : new long[] { -4, -3, -1, 0, 1 }) {
			payload("exp now" + offset, old.set("exp", Long.toString(now + offset)), null);
		}
		payload("exp a millisecond before the edge", old.set("exp", (now - 5) + ".001"), null);
		payload("exp in exponents", old.set("exp", "1.8000001e9"), null);
		payload("exp as late as can be", old.set("exp", "8640000000000"), null);
		for (String expiry : List.of(Long.toString(now - 5), Long.toString(now - 6), (now - 6) + ".999", "0", "-1",
				"-0", "0.0", "1e-300")) {
			payload("exp " + expiry, old.set("exp", expiry), TokenRejection.TOKEN_EXPIRED);
		}
		payload("without exp", old.without("exp"), TokenRejection.TOKEN_VERIFICATION_FAILED);
		for (String expiry : List.of("null", "\"" + (now + 60) + "\"", "true", "[" + (now + 60) + "]", "{}", "1e20",
				"1e308", "1e400", "-1e400", "8640000000001", "9223372036854775808", "1e999999",
				"18446744073709551616")) {
			payload("exp " + expiry, old.set("exp", expiry), TokenRejection.TOKEN_VERIFICATION_FAILED);
		}
		payload("exp beyond what Java can hold", old.set("exp", "1e99999999999"), TokenRejection.TOKEN_INVALID);
		payload("exp of 2000 digits", old.set("exp", "1".repeat(2000)), TokenRejection.TOKEN_INVALID);
		payload("exp NaN", old.set("exp", "NaN"), TokenRejection.TOKEN_INVALID);
		payload("exp Infinity", old.set("exp", "Infinity"), TokenRejection.TOKEN_INVALID);
		notBefore("nbf", TokenRejection.TOKEN_NOT_ACTIVE_YET);
		notBefore("iat", TokenRejection.TOKEN_IAT_IN_THE_FUTURE);
		payload("expired before it was issued",
				Claims.payload().set("exp", Long.toString(now - 1)).set("iat", Long.toString(now + 1)),
				TokenRejection.TOKEN_VERIFICATION_FAILED);
	}

	private void notBefore(String name, TokenRejection early) {
		long now = TestClock.NOW;
		payload("without " + name, Claims.payload().without(name), null);
		for (String time : List.of(Long.toString(now + 5), Long.toString(now), "0", "-5")) {
			payload(name + " " + time, Claims.payload().set(name, time), null);
		}
		for (String time : List.of(Long.toString(now + 6), (now + 5) + ".001", "8640000000000")) {
			payload(name + " " + time, Claims.payload().set(name, time), early);
		}
		for (String time : List.of("null", "\"" + now + "\"", "1e20", "1e308", "1e400", "9223372036854775808", "{}",
				"[0]", "false")) {
			payload(name + " " + time, Claims.payload().set(name, time), TokenRejection.TOKEN_VERIFICATION_FAILED);
		}
	}

	private void json() {
		for (String name : List.of("sub", "exp", "azp", "sid", "iss")) {
			payload("twice " + name, Claims.payload().with("\"" + name + "\":1"), TokenRejection.TOKEN_INVALID);
		}
		for (String name : List.of("alg", "kid", "typ")) {
			add("header twice " + name, TokenForge.sign(this.keyA, Claims.header().with("\"" + name + "\":\"x\""),
					Claims.payload().toString()), TokenRejection.TOKEN_INVALID);
		}
		String good = Claims.payload().toString();
		for (String text : List.of("null", "[]", "\"x\"", "7", "true", "", " ", "{", "}", good + "x", good + good,
				"\uFEFF" + good, good.replace('"', '\''), good.substring(0, good.length() - 1) + ",}", "//x\n" + good,
				"{\"a\":\"\n\"," + good.substring(1), "{a:1," + good.substring(1), "{\"a\":01," + good.substring(1),
				"{\"a\":+1," + good.substring(1), nested(300, good), nested(5000, good))) {
			payload("JSON " + text.substring(0, Math.min(20, text.length())), text, TokenRejection.TOKEN_INVALID);
			add("header JSON " + text.substring(0, Math.min(20, text.length())), TokenForge.sign(this.keyA, text, good),
					TokenRejection.TOKEN_INVALID);
		}
		for (String hostile : HostileJson.withCollidingNames(3)) {
			add("names with equal hashes, unsigned", HostileJson.tokens(List.of(hostile)).get(0),
					TokenRejection.TOKEN_INVALID_ALGORITHM);
			payload("names with equal hashes", good.substring(0, good.length() - 1) + "," + hostile.substring(1), null);
			header("names with equal hashes", hostile);
		}
		payload("nested not too deep", nested(200, good), null);
		payload("white space around", " \n" + good + "\t ", null);
		payload("escaped name of a claim", good.replace("\"sub\"", "\"\\u0073ub\""), null);
		payload("escaped twice", Claims.payload().with("\"\\u0073ub\":\"user_2\""), TokenRejection.TOKEN_INVALID);
		byte[] bytes = good.getBytes(StandardCharsets.UTF_8);
		for (int bad : new int[] { 0x80, 0xC0, 0xFF, 0xED }) {
			byte[] broken = bytes.clone();
			broken[bytes.length - 4] = (byte) bad;
			String input = TokenForge.encode(Claims.header().toString()) + "." + TokenForge.encode(broken);
			add("bad UTF-8 " + bad, TokenForge.sign(this.keyA, input), TokenRejection.TOKEN_INVALID);
		}
	}

	private void header(String label, String members) {
		String header = Claims.header().toString();
		add("header " + label, TokenForge.sign(this.keyA,
				header.substring(0, header.length() - 1) + "," + members.substring(1), Claims.payload().toString()),
				null);
	}

	private static String nested(int depth, String json) {
		return "{\"deep\":" + "[".repeat(depth) + "]".repeat(depth) + "," + json.substring(1);
	}

	private void encodings() {
		String good = TokenForge.sign(this.keyA, Claims.header().toString(), Claims.payload().toString());
		String[] parts = good.split("\\.");
		for (int i = 0; i < 3; i++) {
			for (String tail : List.of("=", "==", "=".repeat(100), " ", "\n", "\0", "+", "/", "A\u00e9", "%")) {
				String[] changed = parts.clone();
				changed[i] += tail;
				add("part " + i + " ends with " + tail.length() + " of " + (int) tail.charAt(0),
						String.join(".", changed), TokenRejection.TOKEN_INVALID);
			}
		}
		String last = parts[2];
		int value = ALPHABET.indexOf(last.charAt(last.length() - 1));
		for (int bits = 1; bits < 16; bits++) {
			add("signature with unused bits " + bits, parts[0] + "." + parts[1] + "."
					+ last.substring(0, last.length() - 1) + ALPHABET.charAt(value + bits),
					TokenRejection.TOKEN_INVALID);
		}
		add("signature of a character too few", good.substring(0, good.length() - 1), TokenRejection.TOKEN_INVALID);
		add("signature of two characters too few", good.substring(0, good.length() - 2),
				TokenRejection.TOKEN_INVALID_SIGNATURE);
		for (int at : new int[] { 3, parts[0].length() + 4, good.length() - 1 }) {
			for (char character : new char[] { '\u0100' + 'A', '\u00e9', '\uff21', '\ud83d', '\u0391', '=' }) {
				add("character " + (int) character + " at " + at,
						good.substring(0, at) + character + good.substring(at + 1), TokenRejection.TOKEN_INVALID);
			}
		}
		add("white space before", " " + good, TokenRejection.TOKEN_INVALID);
		add("white space behind", good + "\t", TokenRejection.TOKEN_INVALID);
		add("line break within", good.substring(0, 50) + "\r\n" + good.substring(50), TokenRejection.TOKEN_INVALID);
		add("payload in standard base64", TokenForge.sign(this.keyA,
				parts[0] + "."
						+ Base64.getEncoder().encodeToString("{\"a\":\"???>>>\"}".getBytes(StandardCharsets.UTF_8))),
				TokenRejection.TOKEN_INVALID);
	}

	private void signatures() {
		String good = TokenForge.sign(this.keyA, Claims.header().toString(), Claims.payload().toString());
		String input = good.substring(0, good.lastIndexOf('.') + 1);
		byte[] signature = Base64.getUrlDecoder().decode(good.substring(input.length()));
		byte[] flipped = signature.clone();
		flipped[100] ^= 1;
		byte[] one = new byte[signature.length];
		one[one.length - 1] = 1;
		byte[] full = new byte[signature.length];
		Arrays.fill(full, (byte) 0xFF);
		byte[] longer = Arrays.copyOf(signature, signature.length + 1);
		byte[] padded = new byte[signature.length + 1];
		System.arraycopy(signature, 0, padded, 1, signature.length);
		Map<String, byte[]> bad = new LinkedHashMap<>();
		bad.put("flipped", flipped);
		bad.put("empty", new byte[0]);
		bad.put("short", Arrays.copyOf(signature, signature.length - 1));
		bad.put("long", longer);
		bad.put("padded with zero", padded);
		bad.put("equal to the modulus", magnitude(((RSAPublicKey) this.keyA.getPublic()).getModulus()));
		bad.put("plus the modulus",
				magnitude(new BigInteger(1, signature).add(((RSAPublicKey) this.keyA.getPublic()).getModulus())));
		bad.put("zero", new byte[signature.length]);
		bad.put("one", one);
		bad.put("full", full);
		bad.put("single byte", new byte[] { 7 });
		bad.put("huge", new byte[4096]);
		bad.forEach((label, bytes) -> add("signature " + label, input + TokenForge.encode(bytes),
				TokenRejection.TOKEN_INVALID_SIGNATURE));
		String other = TokenForge.sign(this.keyA, Claims.header().toString(),
				Claims.payload().set("sub", "\"user_2\"").toString());
		add("signature of another token", input + other.substring(other.lastIndexOf('.') + 1),
				TokenRejection.TOKEN_INVALID_SIGNATURE);
		String[] parts = good.split("\\.");
		add("payload changed", parts[0] + "."
				+ TokenForge.encode(Claims.payload().set("sub", "\"user_admin\"").toString()) + "." + parts[2],
				TokenRejection.TOKEN_INVALID_SIGNATURE);
		add("header changed",
				TokenForge.encode(Claims.header().without("cat").toString()) + "." + parts[1] + "." + parts[2],
				TokenRejection.TOKEN_INVALID_SIGNATURE);
		add("payload detached", parts[0] + ".." + parts[2], TokenRejection.TOKEN_INVALID);
		add("header detached", "." + parts[1] + "." + parts[2], TokenRejection.TOKEN_INVALID);
		add("parts swapped", parts[1] + "." + parts[0] + "." + parts[2], TokenRejection.JWK_KID_MISMATCH);
	}

	private static byte[] magnitude(BigInteger number) {
		byte[] bytes = number.toByteArray();
		return (bytes[0] == 0) ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
	}

	/**
	 * The header of a good token, and the same header with one difference.
	 */
	private void similarHeaders() {
		String header = Claims.header().toString();
		String payload = Claims.payload().toString();
		add("header with white space", TokenForge.sign(this.keyA, header.replace(",", ", "), payload), null);
		add("header in another order",
				TokenForge.sign(this.keyA, Claims.header().without("alg").set("alg", "\"RS256\"").toString(), payload),
				null);
		add("header with an escape", TokenForge.sign(this.keyA, header.replace("RS256", "RS25\\u0036"), payload), null);
		add("header with another case", TokenForge.sign(this.keyA, header.replace("alg", "Alg"), payload),
				TokenRejection.TOKEN_INVALID_ALGORITHM);
		add("header that continues", TokenForge.sign(this.keyA, header + " ", payload), null);
		add("header twice", TokenForge.sign(this.keyA, header + header, payload), TokenRejection.TOKEN_INVALID);
		String good = TokenForge.sign(this.keyA, header, payload);
		int end = good.indexOf('.');
		for (int at = 0; at < end; at += 7) {
			char other = (good.charAt(at) == 'A') ? 'B' : 'A';
			String changed = good.substring(0, at) + other + good.substring(at + 1);
			this.changedHeaders.add(changed);
		}
		add("header without its last byte",
				TokenForge.encode(header.substring(0, header.length() - 1)) + good.substring(end),
				TokenRejection.TOKEN_INVALID);
	}

	/**
	 * Return a good token with one other character in its header, for each of some
	 * positions.
	 * @return the tokens, all of them invalid
	 */
	public List<String> changedHeaders() {
		return this.changedHeaders;
	}

	private void shapes() {
		String good = TokenForge.sign(this.keyA, Claims.header().toString(), Claims.payload().toString());
		String[] parts = good.split("\\.");
		for (String shape : List.of(".", "..", "...", "a.b.c", "x", parts[0], parts[0] + "." + parts[1], good + ".x",
				good + "..", "." + good, "ak_1234567890", "mt_1234567890", "oat_1234567890", "Bearer " + good,
				good + " " + good, good + "," + good, "{\"payload\":\"" + parts[1] + "\"}", "null", "undefined",
				"A".repeat(16_384), "A".repeat(5000) + "." + "A".repeat(5000) + "." + "A".repeat(5000))) {
			add("shape " + shape.substring(0, Math.min(15, shape.length())), shape, TokenRejection.TOKEN_INVALID);
		}
		add("two empty objects", "e30.e30.e30", TokenRejection.JWK_KID_MISMATCH);
		payload("of 60 KB", Claims.payload().set("big", "\"" + "x".repeat(45_000) + "\""),
				TokenRejection.TOKEN_TOO_LONG);
		for (int length : new int[] { 16_385, 200_000 }) {
			add("of " + length + " characters", "A".repeat(length), TokenRejection.TOKEN_TOO_LONG);
		}
		payload("of 10 KB", Claims.payload().set("big", "\"" + "x".repeat(7_500) + "\""), null);
	}

	private void order() {
		Claims expired = Claims.payload().set("exp", "1").without("iat");
		add("expired and forged", TokenForge.sign(this.foreign, Claims.header().toString(), expired.toString()),
				TokenRejection.TOKEN_INVALID_SIGNATURE);
		payload("expired and of another party", expired.set("azp", "\"https://evil.test\""),
				TokenRejection.TOKEN_INVALID_AUTHORIZED_PARTIES);
		payload("expired and of another issuer", Claims.payload().set("exp", "1").set("iss", "\"https://evil.test\""),
				TokenRejection.TOKEN_INVALID_ISSUER);
		payload("without sub and of another party", Claims.payload().without("sub").set("azp", "\"x\""),
				TokenRejection.TOKEN_VERIFICATION_FAILED);
		header("of another type and algorithm none", Claims.header().set("typ", "\"at+jwt\"").set("alg", "\"none\""),
				TokenRejection.TOKEN_INVALID);
		header("of a machine with an unknown key",
				Claims.header().set("cat", "\"cl_B7d4PD333AAA\"").set("kid", "\"ins_other\""),
				TokenRejection.TOKEN_INVALID);
		header("with an unknown key and algorithm none",
				Claims.header().set("kid", "\"ins_other\"").set("alg", "\"none\""), TokenRejection.JWK_KID_MISMATCH);
		payload("expired and pending", Claims.payload().set("exp", "1").without("iat").set("sts", "\"pending\""),
				TokenRejection.TOKEN_EXPIRED);
		payload("pending and of a machine", Claims.payload().set("sub", "\"mch_1\"").set("sts", "\"pending\""),
				TokenRejection.TOKEN_TYPE_MISMATCH);
	}

	private static String input(Claims header, Claims payload) {
		return TokenForge.encode(header.toString()) + "." + TokenForge.encode(payload.toString());
	}

}
