// Sends 60 tokens of all types to Clerk's Express middleware, each to an endpoint that accepts some types, and writes the
// tokens, the responses of a stub of the Backend API and the statuses, one request a line after a line with the key:
// node accepted-tokens.mjs > accepted-tokens.jsonl
import { createSign, generateKeyPairSync } from "node:crypto";
import { createServer } from "node:http";
import { clerkMiddleware, getAuth } from "@clerk/express";
import express from "express";

const HOST = "clerk.example.com";
const PARTY = "https://app.example.com";
const publishableKey = `pk_live_${Buffer.from(`${HOST}$`).toString("base64")}`;
const newKey = () => generateKeyPairSync("rsa", { modulusLength: 2048 });
const { privateKey, publicKey } = newKey();
const stranger = newKey().privateKey;
const pem = publicKey.export({ type: "spki", format: "pem" });

const FLAGS = "5 WE: require the expected `object`, a subject of the right prefix, `revoked == false`, `expired == false`, "
	+ "`expiration` null or in the future, and treat `active: false` as invalid";
const UNAVAILABLE = "5 WE: 429/5xx/timeouts -> 503, not 401";
const OAUTH = "5 WE: require `client_id`, check issuer";
const ISSUER = "3.1 WE: derive the expected issuer from the publishable key, compare exactly";

const encode = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");

function sign(header, claims, key = privateKey) {
	const input = `${encode({ alg: "RS256", kid: "ins_1", ...header })}.${encode({ iss: `https://${HOST}`, iat: 1700000000,
		nbf: 1699999990, exp: 4102444800, ...claims })}`;
	return `${input}.${createSign("RSA-SHA256").update(input).sign(key, "base64url")}`;
}

const session = (claims) => sign({ typ: "JWT", cat: "cl_B7d4PD111AAA" }, { azp: PARTY, sub: "user_1", sid: "sess_1", v: 2, sts: "active", ...claims });
const m2m = (claims, header, key) => sign({ typ: "JWT", cat: "cl_B7d4PD333AAA", ...header }, { sub: "mch_1", aud: ["mch_2"], scopes: "mch_2",
	jti: `mt_${"1".repeat(32)}`, ...claims }, key);
const oauth = (claims, header, key) => sign({ typ: "at+jwt", ...header }, { sub: "user_1", client_id: "client_1", scope: "profile",
	jti: `oat_${"1".repeat(32)}`, ...claims }, key);

// Responses of the Backend API for opaque tokens
const responses = {};
let opaques = 0;

function opaque(prefix, status, body) {
	const token = `${prefix}${String(++opaques).padStart(32, "x")}`;
	responses[token] = { status, body: (status === 200) ? body : { errors: [{ code: "some_code", message: "m", long_message: "m" }] } };
	return token;
}

const times = { revoked: false, revocation_reason: null, expired: false, expiration: 4102444800000, created_at: 1700000000000,
	updated_at: 1700000000000 };
const opaqueM2m = (change, status = 200) => opaque("mt_", status, { object: "machine_to_machine_token", id: `mt_${"1".repeat(32)}`,
	subject: "mch_1", claims: null, scopes: ["mch_2"], last_used_at: null, ...times, ...change });
const opaqueOauth = (change, status = 200) => opaque("oat_", status, { object: "clerk_idp_oauth_access_token", id: `oat_${"1".repeat(32)}`,
	client_id: "client_1", subject: "user_1", scopes: ["profile"], ...times, ...change });
const apiKey = (change, status = 200) => opaque("ak_", status, { object: "api_key", id: `ak_${"1".repeat(32)}`, type: "api_key",
	subject: "user_1", name: "key", description: null, claims: null, scopes: ["read"], created_by: null, last_used_at: null, ...times, ...change });
const inactive = () => opaque("oat_", 200, { active: false });

const S = "session_token", M = "m2m_token", O = "oauth_token", K = "api_key";
const ALL = [S, M, O, K];

// Token, accepted types, and the line of the notes that explains another verdict of ours
const REQUESTS = [
	...[[S], [M], [O], [K], ALL].flatMap((accepted) =>
		[session(), m2m(), opaqueM2m(), oauth(), opaqueOauth(), apiKey()].map((token) => [token, accepted])),
	[session(), [M, K]], [m2m(), [M, K]], [apiKey(), [M, K]], [opaqueOauth(), [M, K]],
	[session(), [S, O]], [oauth(), [S, O]], [opaqueM2m(), [S, O]], [apiKey(), [S, O]],
	["", ALL], ["", [K]], ["junk", ALL], ["junk", [K]], [session({ exp: 1700000060 }), ALL],
	[apiKey({}, 404), ALL], [opaqueM2m({}, 404), ALL], [opaqueOauth({}, 404), ALL],
	[apiKey({ revoked: true }), ALL, FLAGS], [opaqueM2m({ expired: true }), ALL, FLAGS], [inactive(), ALL, FLAGS],
	[opaqueOauth({ expiration: 1700000000000 }), ALL, FLAGS], [apiKey({ subject: "sess_1" }), ALL, FLAGS],
	[apiKey({}, 500), ALL, UNAVAILABLE], [opaqueM2m({}, 429), ALL, UNAVAILABLE],
	[m2m({ exp: 1700000060 }), [M]], [m2m({}, {}, stranger), [M]], [m2m({}, { cat: "cl_B7d4PD222AAA" }), [M]],
	[oauth({}, { typ: "application/at+jwt" }), [O]], [oauth({ exp: 1700000060 }), [O]],
	[oauth({ client_id: undefined }), [O], OAUTH], [m2m({ iss: "https://clerk.evil.example" }), [M], ISSUER],
];

const listen = (handler) => new Promise((resolve) => {
	const server = createServer(handler).listen(0, "127.0.0.1", () => resolve(server));
});
const urlOf = (server) => `http://127.0.0.1:${server.address().port}`;

const backend = await listen(async (request, response) => {
	let body = "";
	for await (const chunk of request) {
		body += chunk;
	}
	const answer = responses[Object.values(JSON.parse(body))[0]];
	response.writeHead(answer.status, { "Content-Type": "application/json" }).end(JSON.stringify(answer.body));
});

const app = express();
app.use(clerkMiddleware({ publishableKey, secretKey: "sk_live_1", jwtKey: pem, authorizedParties: [PARTY], apiUrl: urlOf(backend) }));
app.get("/:index", (request, response) => {
	const accepted = REQUESTS[request.params.index][1];
	const auth = getAuth(request, { acceptsToken: (accepted.length === 1) ? accepted[0] : accepted });
	response.status(auth.isAuthenticated ? 200 : 401).end();
});
const server = await listen(app);

console.log(JSON.stringify({ publishableKey, pem }));
for (const [index, [token, accepted, line]] of REQUESTS.entries()) {
	const headers = token ? { Authorization: `Bearer ${token}` } : {};
	const { status } = await fetch(`${urlOf(server)}/${index}`, { headers });
	console.log(JSON.stringify({ token, accepted, response: responses[token], status, line }));
}
server.close();
backend.close();
