// Writes questions about claims and the answers of Clerk's own library, one token a line:
// node authorization-answers.mjs TOKENS SEED > authorization-answers.jsonl
import { signedInAuthObject } from "@clerk/backend/internal";

const [tokens, seed] = process.argv.slice(2).map(Number);

let state = seed;
const random = (bound) => {
	state = (state + 0x6d2b79f5) | 0;
	let t = Math.imul(state ^ (state >>> 15), 1 | state);
	t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
	return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * bound);
};
const pick = (values) => values[random(values.length)];
const often = () => random(10) < 8;
const list = (length, element) => Array.from({ length }, element);

const NAMES = ["a", "b", "a", "b", "dashboard", "o", "a:b", "org:a"];
const SPACES = [" ", "\t", "\u00a0", "\ufeff", "\u2003", "\u0001", "\u001f", "\u0085", "\u200b", "\u180e"];
const ODD_VALUES = [null, 0, 7, true, false, "", " ", [], ["a"], {}, "\u0000"];
const AGES = [-1, 0, 5, 9, 10, 59, 60, 1439, 1440];
const ODD_AGES = [null, "5", 1.5, -2, 1e20, -0.5, true, [], 9.0, 1e1];

function scoped(scopes, odd) {
	const one = () => {
		const element = `${pick(scopes)}:${pick(NAMES)}`;
		if (!odd || often()) {
			return element;
		}
		return pick([pick(NAMES), "", ":", `:${pick(NAMES)}`, `x:${pick(NAMES)}`, `${pick(SPACES)}${element}${pick(SPACES)}`, "o:",
			`o:${pick(SPACES)}a`, `O:a`]);
	};
	return list(random(5), one).join(",");
}

// An organization's features come first, as in the tokens that all of Clerk's libraries read alike
const features = (odd) => [scoped(["o", "ou", "uo"], odd), scoped(odd ? ["u", "o", "ou"] : ["u"], odd)].filter(Boolean).join(",");
const masks = (odd) => list(random(5), () => (odd && !often()) ? pick(["", "x", "-1", "+1", " 3 ", "\u00a03", "\u00013", "0x3", "3.0", "٣",
	"9007199254740993", "003"]) : String(random(8))).join(",");
const permissions = (odd) => list(random(4), () => (odd && !often()) ? pick(["", " read ", "\u0001read", "\u00a0read"])
	: pick(["read", "manage", "delete"])).join(",");
const value = (odd, good) => (odd && !often()) ? pick(ODD_VALUES) : good;
const maybe = (odd, good) => (random(4) === 0) ? undefined : value(odd, good);

function claims(odd) {
	const second = random(3) > 0;
	const claims = { fea: maybe(odd, features(odd)), pla: maybe(odd, features(odd)),
		fva: maybe(odd, list((odd && !often()) ? random(4) : 2, () => (odd && !often()) ? pick(ODD_AGES) : pick(AGES))) };
	if (second) {
		claims.v = value(odd, 2);
		claims.o = maybe(odd, { id: value(odd, "org_1"), slg: value(odd, "acme"), rol: maybe(odd, pick(["admin", "admin", "member", "org:admin", odd ? "org:" : "guest"])),
			per: maybe(odd, permissions(odd)), fpm: maybe(odd, masks(odd)) });
	}
	if (!second || (odd && !often())) {
		claims.org_id = maybe(odd, "org_1");
		claims.org_role = maybe(odd, pick(["org:admin", "admin", "org:org:member", odd ? "org:" : "guest"]));
		claims.org_permissions = maybe(odd, list(random(4), () => value(odd, pick(["org:a:read", "a:read", "org:dashboard:manage", "org:"]))));
	}
	return claims;
}

const ODD_QUESTIONS = [null, "", " ", "org:", "o:", ":a", "x:a", "O:a", "a:", "\u0001a", " a", "a "];
const QUESTIONS = {
	role: () => pick(["admin", "org:admin", "org:org:admin", "member", "Admin"]),
	permission: () => `${pick(["", "org:", "org:org:"])}${pick(NAMES)}:${pick(["read", "manage", "delete"])}`,
	feature: () => `${pick(["", "", "o:", "org:", "organization:", "u:", "user:"])}${pick(NAMES)}${pick(["", "", ":zzz"])}`,
	plan: () => `${pick(["", "", "o:", "org:", "organization:", "u:", "user:"])}${pick(NAMES)}`,
	reverification: () => often() ? pick(["strict_mfa", "strict", "moderate", "lax"])
		: { level: pick(["first_factor", "second_factor", "multi_factor"]), afterMinutes: pick([1, 5, 6, 10, 60, 0, -1]) },
};

function question(odd) {
	const dimensions = (random(3) > 0) ? [pick(Object.keys(QUESTIONS))] : Object.keys(QUESTIONS).filter(() => random(3) === 0);
	return Object.fromEntries(dimensions.map((dimension) => [dimension,
		(odd && random(12) === 0) ? ((dimension === "reverification") ? null : pick(ODD_QUESTIONS)) : QUESTIONS[dimension]()]));
}

function answer(claims, question) {
	try {
		return signedInAuthObject({ secretKey: "sk_test_x" }, "token", claims).has(question);
	}
	catch {
		return false;
	}
}

for (let i = 0; i < tokens; i++) {
	const odd = i % 2 === 1;
	const token = JSON.parse(JSON.stringify({ sub: "user_1", sid: "sess_1", ...claims(odd) }));
	const asked = list(8, () => question(odd));
	console.log(JSON.stringify({ odd, claims: token, asked: asked.map((one) => [one, answer(token, one)]) }));
}
