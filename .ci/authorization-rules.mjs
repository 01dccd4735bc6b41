// Sends 60 requests to Clerk's Express middleware and writes their tokens, what was asked and the statuses,
// one request a line after a line with the key: node authorization-rules.mjs > express-answers.jsonl
import { createSign, generateKeyPairSync } from "node:crypto";
import { clerkMiddleware, getAuth } from "@clerk/express";
import express from "express";

const HOST = "clerk.example.com";
const PARTY = "https://app.example.com";
const publishableKey = `pk_live_${Buffer.from(`${HOST}$`).toString("base64")}`;
const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const pem = publicKey.export({ type: "spki", format: "pem" });

const ADMIN = { v: 2, sts: "active", fea: "o:invoices,o:export,u:beta", pla: "o:pro,u:free", fva: [9, -1],
	o: { id: "org_1", slg: "acme", rol: "admin", per: "read,create", fpm: "1,2,0" } };
const FIRST = { sts: undefined, org_id: "org_1", org_role: "org:admin", org_slug: "acme",
	org_permissions: ["org:invoices:read", "org:export:create"], fea: "o:invoices,u:beta", pla: "u:free", fva: [9, -1] };
const aged = (...fva) => ({ ...ADMIN, fva });
const level = (name, afterMinutes) => ({ reverification: { level: name, afterMinutes } });

const PERMISSIONS = "2.4 WE: decode both ways; if the results differ, grant only the intersection";
const SESSION = "3.1 WE: require `sid` to be a non-empty string";
const ISSUER = "3.1 WE: derive the expected issuer from the publishable key, compare exactly";
const TIMES = "10 WE: times are finite and at most 8 640 000 000 000";

// Claims, what is asked, and the line of the notes that explains another verdict of ours
const REQUESTS = [
	[ADMIN, { role: "org:admin" }], [ADMIN, { role: "admin" }], [ADMIN, { role: "org:org:admin" }],
	[ADMIN, { role: "org:Admin" }], [ADMIN, { role: "org:member" }],
	[{ ...ADMIN, o: { ...ADMIN.o, rol: "org:admin" } }, { role: "org:admin" }],
	[{ ...ADMIN, o: { ...ADMIN.o, rol: undefined } }, { role: "org:admin" }],
	[ADMIN, { permission: "org:invoices:read" }], [ADMIN, { permission: "invoices:read" }],
	[ADMIN, { permission: "org:invoices:create" }], [ADMIN, { permission: "org:export:create" }],
	[ADMIN, { permission: "org:beta:read" }], [ADMIN, { permission: "org:sys_profile:manage" }],
	[ADMIN, { role: "org:admin", permission: "org:invoices:read" }],
	[ADMIN, { role: "org:admin", permission: "org:invoices:create" }],
	[ADMIN, { feature: "export" }], [ADMIN, { feature: "o:export" }], [ADMIN, { feature: "org:export" }],
	[ADMIN, { feature: "organization:export" }], [ADMIN, { feature: "u:export" }], [ADMIN, { feature: "user:beta" }],
	[ADMIN, { feature: "x:export" }], [ADMIN, { feature: "o:export:more" }], [ADMIN, { feature: "none" }],
	[ADMIN, { plan: "pro" }], [ADMIN, { plan: "org:pro" }], [ADMIN, { plan: "u:pro" }], [ADMIN, { plan: "user:free" }],
	[{ ...ADMIN, fea: "ou:export" }, { feature: "u:export" }],
	[ADMIN, { role: "org:admin", plan: "o:pro", feature: "export", reverification: "strict" }],
	[ADMIN, { role: "org:admin", plan: "o:none" }],
	[aged(9, -1), { reverification: "strict" }], [aged(10, -1), { reverification: "strict" }],
	[aged(10, 9), { reverification: "strict" }], [aged(9, 10), { reverification: "strict" }],
	[aged(-1, 9), { reverification: "strict" }], [aged(9, 9), { reverification: "strict_mfa" }],
	[aged(10, 9), { reverification: "strict_mfa" }], [aged(-1, 9), { reverification: "strict_mfa" }],
	[aged(9, -1), { reverification: "strict_mfa" }], [aged(59, -1), { reverification: "moderate" }],
	[aged(60, -1), { reverification: "moderate" }], [aged(1439, -1), { reverification: "lax" }],
	[aged(1440, -1), { reverification: "lax" }], [aged(-1, -1), { reverification: "lax" }],
	[aged(), { reverification: "lax" }], [aged(4, 60), level("first_factor", 5)], [aged(5, 0), level("first_factor", 5)],
	[aged(0, 1), level("multi_factor", 1)],
	[FIRST, { role: "org:admin" }], [FIRST, { permission: "org:export:create" }], [FIRST, { feature: "user:beta" }],
	[{ ...FIRST, org_id: undefined }, { role: "org:admin" }],
	[{ ...ADMIN, v: "2" }, { role: "org:admin" }], [{ ...ADMIN, v: 3 }, { feature: "export" }],
	[{ ...ADMIN, sts: "pending" }, { role: "org:admin" }],
	[{ ...ADMIN, fea: "u:beta,o:invoices", o: { ...ADMIN.o, fpm: "1,0" } }, { permission: "org:invoices:read" }, PERMISSIONS],
	[{ ...ADMIN, sid: undefined }, { role: "org:admin" }, SESSION],
	[{ ...ADMIN, iss: "https://clerk.evil.example" }, { role: "org:admin" }, ISSUER],
	[{ ...ADMIN, nbf: 1e300 }, { role: "org:admin" }, TIMES],
];

const encode = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");

function sign(claims) {
	const input = `${encode({ alg: "RS256", kid: "ins_1", typ: "JWT", cat: "cl_B7d4PD111AAA" })}.${encode({
		iss: `https://${HOST}`, azp: PARTY, sub: "user_1", sid: "sess_1", iat: 1700000000, nbf: 1699999990, exp: 4102444800, ...claims })}`;
	return `${input}.${createSign("RSA-SHA256").update(input).sign(privateKey, "base64url")}`;
}

const app = express();
app.use(clerkMiddleware({ publishableKey, secretKey: "sk_live_1", jwtKey: pem, authorizedParties: [PARTY] }));
app.get("/:index", (request, response) => {
	const auth = getAuth(request);
	const status = !auth.userId ? 401 : auth.has(REQUESTS[request.params.index][1]) ? 200 : 403;
	response.status(status).end();
});
const server = app.listen(0, "127.0.0.1");
await new Promise((resolve) => server.once("listening", resolve));

console.log(JSON.stringify({ publishableKey, pem }));
for (const [index, [claims, asked, line]] of REQUESTS.entries()) {
	const token = sign(claims);
	const { status } = await fetch(`http://127.0.0.1:${server.address().port}/${index}`,
		{ headers: { Authorization: `Bearer ${token}` } });
	console.log(JSON.stringify({ token, claims, asked, status, line }));
}
server.close();
