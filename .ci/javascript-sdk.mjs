// What Clerk's JavaScript SDK does with an emulator; started by .ci/javascript-sdk.
import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { createServer } from 'node:http';
import { describe, mock, test } from 'node:test';
import { createClerkClient, verifyToken } from '@clerk/backend';
import { isClerkAPIResponseError } from '@clerk/backend/errors';
import { verifyWebhook } from '@clerk/backend/webhooks';

const apiUrl = process.env.CLERK_API_URL;
const secretKey = process.env.CLERK_SECRET_KEY;
const publishableKey = process.env.CLERK_PUBLISHABLE_KEY;
const options = { apiUrl, secretKey, publishableKey, telemetry: { disabled: true } };

const called = new Set();
const clerk = counting(createClerkClient(options));

let serial = 0;
const unique = (name) => `${name}-${++serial}`;
const address = (name) => `${unique(name)}@example.com`;

function counting(client) {
  return new Proxy(client, {
    get: (target, family) => (typeof target[family] !== 'object' || target[family] === null) ? target[family]
      : new Proxy(target[family], {
        get(api, name) {
          const method = api[name];
          return (typeof method !== 'function') ? method : (...args) => {
            called.add(`${String(family)}.${String(name)}`);
            return method.apply(api, args);
          };
        },
      }),
  });
}

function methods() {
  const client = createClerkClient(options);
  return Object.keys(client)
    .filter((family) => client[family] !== null && typeof client[family] === 'object' && family !== 'telemetry')
    .flatMap((family) => Object.getOwnPropertyNames(Object.getPrototypeOf(client[family]))
      .filter((name) => name !== 'constructor')
      .map((name) => `${family}.${name}`));
}

async function fails(status, code, call) {
  await assert.rejects(call, (error) => {
    assert.ok(isClerkAPIResponseError(error), String(error));
    assert.equal(error.status, status, JSON.stringify(error.errors));
    assert.equal(error.errors[0].code, code);
    assert.match(error.clerkTraceId, /^[0-9a-f]{32}$/);
    return true;
  });
}

async function control(method, path, body) {
  const answer = await fetch(`${apiUrl}/__emulator${path}`, { method, body: JSON.stringify(body) });
  assert.ok(answer.ok, `${method} ${path}: ${answer.status}`);
  return (answer.status === 204) ? undefined : answer.json();
}

const newUser = (more = {}) => clerk.users.createUser({ emailAddress: [address('user')], ...more });

async function newOrganization(more = {}) {
  const creator = await newUser();
  const organization = await clerk.organizations.createOrganization({ name: unique('Acme'), createdBy: creator.id, ...more });
  return { organization, creator };
}

async function newToken(userId, template, seconds) {
  const session = await clerk.sessions.createSession({ userId });
  const token = await clerk.sessions.getToken(session.id, template, seconds);
  return { session, jwt: token.jwt };
}

const minted = async (claims) => (await control('POST', '/tokens/session', claims)).token;

const authenticate = (token, more = {}) => clerk.authenticateRequest(
  new Request('https://app.example.com/', { headers: { authorization: `Bearer ${token}` } }), more);

const png = () => new Blob([Buffer.from('iVBORw0KGgo=', 'base64')], { type: 'image/png' });

process.on('exit', () => {
  const all = methods();
  const rest = all.filter((name) => !called.has(name));
  console.log(`called ${all.length - rest.length} of ${all.length} methods of the SDK`);
  console.log(`not called: ${rest.join(', ') || 'none'}`);
});

describe('users', () => {
  test('create and get', async () => {
    const email = address('ada');
    const user = await clerk.users.createUser({
      emailAddress: [email], phoneNumber: ['+4915112345678'], username: unique('ada').replace('-', '_'), firstName: 'Ada', lastName: 'Lovelace',
      externalId: unique('ext'), password: 'correct horse battery staple', publicMetadata: { plan: 'pro' },
      createdAt: new Date('2026-01-02T03:04:05Z'),
    });
    assert.match(user.id, /^user_/);
    assert.equal(user.primaryEmailAddress.emailAddress, email);
    assert.equal(user.primaryPhoneNumber.phoneNumber, '+4915112345678');
    assert.equal(user.fullName, 'Ada Lovelace');
    assert.equal(user.passwordEnabled, true);
    assert.equal(user.createdAt, Date.parse('2026-01-02T03:04:05Z'));
    assert.deepEqual((await clerk.users.getUser(user.id)).raw, user.raw);
  });

  test('list, filter, page and count', async () => {
    const lastName = unique('Listed');
    const users = [];
    for (const firstName of ['C', 'A', 'B']) {
      users.push(await newUser({ firstName, lastName }));
    }
    const all = await clerk.users.getUserList({ query: lastName, orderBy: '+first_name' });
    assert.equal(all.totalCount, 3);
    assert.deepEqual(all.data.map((user) => user.firstName), ['A', 'B', 'C']);
    const page = await clerk.users.getUserList({ query: lastName, orderBy: '-first_name', limit: 1, offset: 1 });
    assert.deepEqual([page.totalCount, page.data.map((user) => user.firstName)], [3, ['B']]);
    const some = await clerk.users.getUserList({ userId: [users[0].id, users[1].id] });
    assert.equal(some.totalCount, 2);
    assert.equal(await clerk.users.getCount({ query: lastName }), 3);
    assert.equal((await clerk.users.getUserList({ emailAddress: [users[2].primaryEmailAddress.emailAddress] })).data[0].id, users[2].id);
  });

  test('update and merge metadata', async () => {
    const user = await newUser({ publicMetadata: { a: { x: 1, y: 2 }, b: 1 } });
    const updated = await clerk.users.updateUser(user.id, { firstName: 'Grace' });
    assert.equal(updated.firstName, 'Grace');
    const merged = await clerk.users.updateUserMetadata(user.id, { publicMetadata: { a: { y: null, z: 3 } }, privateMetadata: { s: true } });
    assert.deepEqual(merged.publicMetadata, { a: { x: 1, z: 3 }, b: 1 });
    assert.deepEqual(merged.privateMetadata, { s: true });
    const replaced = await clerk.users.replaceUserMetadata(user.id, { publicMetadata: { only: 1 } });
    assert.deepEqual(replaced.publicMetadata, { only: 1 });
  });

  test('ban and lock', async () => {
    const user = await newUser();
    const session = await clerk.sessions.createSession({ userId: user.id });
    assert.equal((await clerk.users.banUser(user.id)).banned, true);
    assert.notEqual((await clerk.sessions.getSession(session.id)).status, 'active');
    assert.equal((await clerk.users.unbanUser(user.id)).banned, false);
    assert.equal((await clerk.users.lockUser(user.id)).locked, true);
    assert.equal((await clerk.users.unlockUser(user.id)).locked, false);
  });

  test('passwords and second factors', async () => {
    const user = await newUser({ password: 'correct horse battery staple', totpSecret: 'JBSWY3DPEHPK3PXP', backupCodes: ['one-code', 'two-code'] });
    assert.deepEqual(await clerk.users.verifyPassword({ userId: user.id, password: 'correct horse battery staple' }), { verified: true });
    await fails(422, 'incorrect_password', () => clerk.users.verifyPassword({ userId: user.id, password: 'wrong' }));
    await clerk.users.verifyTOTP({ userId: user.id, code: 'one-code' });
    assert.equal((await clerk.users.getUser(user.id)).twoFactorEnabled, true);
    await clerk.users.deleteUserBackupCodes(user.id);
    await clerk.users.deleteUserTOTP(user.id);
    await clerk.users.disableUserMFA(user.id);
    assert.equal((await clerk.users.getUser(user.id)).twoFactorEnabled, false);
    await clerk.users.setPasswordCompromised(user.id, { revokeAllSessions: true });
    await clerk.users.unsetPasswordCompromised(user.id);
    assert.equal((await clerk.users.removePassword(user.id)).passwordEnabled, false);
  });

  test('images and attachments', async () => {
    const user = await newUser();
    assert.equal((await clerk.users.updateUserProfileImage(user.id, { file: png() })).hasImage, true);
    assert.equal((await clerk.users.deleteUserProfileImage(user.id)).hasImage, false);
    assert.equal((await clerk.users.getUserOauthAccessToken(user.id, 'google')).totalCount, 0);
    await fails(404, 'resource_not_found', () => clerk.users.deleteUserPasskey({ userId: user.id, passkeyIdentificationId: 'idn_none' }));
    await fails(404, 'resource_not_found', () => clerk.users.deleteUserWeb3Wallet({ userId: user.id, web3WalletIdentificationId: 'idn_none' }));
    await fails(404, 'resource_not_found', () => clerk.users.deleteUserExternalAccount({ userId: user.id, externalAccountId: 'eac_none' }));
  });

  test('e-mail addresses and phone numbers', async () => {
    const user = await newUser();
    const email = await clerk.emailAddresses.createEmailAddress({ userId: user.id, emailAddress: address('second'), verified: true });
    assert.equal((await clerk.emailAddresses.getEmailAddress(email.id)).verification.status, 'verified');
    await clerk.emailAddresses.updateEmailAddress(email.id, { primary: true });
    assert.equal((await clerk.users.getUser(user.id)).primaryEmailAddressId, email.id);
    const replacement = await clerk.users.replaceUserEmailAddress(user.id, { emailAddress: address('third') });
    assert.deepEqual((await clerk.users.getUser(user.id)).emailAddresses.map((each) => each.id), [replacement.id]);
    const spare = await clerk.emailAddresses.createEmailAddress({ userId: user.id, emailAddress: address('spare'), verified: true });
    assert.equal((await clerk.emailAddresses.deleteEmailAddress(spare.id)).deleted, true);
    const phone = await clerk.phoneNumbers.createPhoneNumber({ userId: user.id, phoneNumber: '+4915112340001', verified: true });
    assert.equal((await clerk.phoneNumbers.getPhoneNumber(phone.id)).phoneNumber, '+4915112340001');
    assert.equal((await clerk.phoneNumbers.updatePhoneNumber(phone.id, { reservedForSecondFactor: true })).reservedForSecondFactor, true);
    assert.equal((await clerk.phoneNumbers.deletePhoneNumber(phone.id)).deleted, true);
    assert.equal((await clerk.users.replaceUserPhoneNumber(user.id, { phoneNumber: '+4915112340002' })).phoneNumber, '+4915112340002');
  });

  test('delete', async () => {
    const user = await newUser();
    assert.equal((await clerk.users.deleteUser(user.id)).id, user.id);
    await fails(404, 'resource_not_found', () => clerk.users.getUser(user.id));
  });

  test('errors', async () => {
    const user = await newUser();
    const email = user.primaryEmailAddress.emailAddress;
    await fails(422, 'form_identifier_exists', () => clerk.users.createUser({ emailAddress: [email] }));
    const stranger = createClerkClient({ ...options, secretKey: 'sk_test_wrong' });
    await fails(401, 'clerk_key_invalid', () => stranger.users.getUserList());
  });
});

describe('organizations', () => {
  test('create, get, list, update and delete', async () => {
    const { organization, creator } = await newOrganization({ publicMetadata: { tier: 1 } });
    assert.match(organization.id, /^org_/);
    assert.equal(organization.createdBy, creator.id);
    assert.equal((await clerk.organizations.getOrganization({ slug: organization.slug })).id, organization.id);
    const listed = await clerk.organizations.getOrganizationList({ organizationId: [organization.id], includeMembersCount: true });
    assert.deepEqual([listed.totalCount, listed.data[0].membersCount], [1, 1]);
    assert.equal((await clerk.organizations.updateOrganization(organization.id, { name: 'Renamed' })).name, 'Renamed');
    const merged = await clerk.organizations.updateOrganizationMetadata(organization.id, { publicMetadata: { seats: 2 } });
    assert.deepEqual(merged.publicMetadata, { tier: 1, seats: 2 });
    assert.deepEqual((await clerk.organizations.replaceOrganizationMetadata(organization.id, { publicMetadata: { c: 1 } })).publicMetadata, { c: 1 });
    assert.equal((await clerk.organizations.updateOrganizationLogo(organization.id, { file: png(), uploaderUserId: creator.id })).hasImage, true);
    assert.equal((await clerk.organizations.deleteOrganizationLogo(organization.id)).hasImage, false);
    await clerk.organizations.deleteOrganization(organization.id);
    await fails(404, 'resource_not_found', () => clerk.organizations.getOrganization({ organizationId: organization.id }));
  });

  test('memberships', async () => {
    const { organization } = await newOrganization();
    const organizationId = organization.id;
    const { id: userId } = await newUser({ firstName: 'Bob' });
    const membership = await clerk.organizations.createOrganizationMembership({ organizationId, userId, role: 'org:member' });
    assert.match(membership.id, /^orgmem_/);
    assert.equal(membership.publicUserData.userId, userId);
    const promoted = await clerk.organizations.updateOrganizationMembership({ organizationId, userId, role: 'org:admin' });
    assert.equal(promoted.role, 'org:admin');
    assert.ok(promoted.permissions.includes('org:sys_memberships:manage'));
    const marked = await clerk.organizations.updateOrganizationMembershipMetadata({ organizationId, userId, publicMetadata: { desk: 4 } });
    assert.deepEqual(marked.publicMetadata, { desk: 4 });
    const members = await clerk.organizations.getOrganizationMembershipList({ organizationId, orderBy: '+created_at' });
    assert.equal(members.totalCount, 2);
    assert.equal((await clerk.organizations.getOrganizationMembershipList({ organizationId, userId: [userId] })).data[0].id, membership.id);
    assert.equal((await clerk.users.getOrganizationMembershipList({ userId })).data[0].organization.id, organizationId);
    assert.ok((await clerk.organizations.getInstanceOrganizationMembershipList({ limit: 1 })).totalCount >= 2);
    await clerk.organizations.deleteOrganizationMembership({ organizationId, userId });
    assert.equal((await clerk.organizations.getOrganizationMembershipList({ organizationId })).totalCount, 1);
  });

  test('invitations', async () => {
    const { organization, creator } = await newOrganization();
    const organizationId = organization.id;
    const { id: invitationId } = await clerk.organizations.createOrganizationInvitation({
      organizationId, emailAddress: address('guest'), role: 'org:member', inviterUserId: creator.id, publicMetadata: { from: 'sdk' },
    });
    const bulk = await clerk.organizations.createOrganizationInvitationBulk(organizationId, [
      { emailAddress: address('guest'), role: 'org:member', inviterUserId: creator.id },
      { emailAddress: address('guest'), role: 'org:admin', inviterUserId: creator.id },
    ]);
    assert.equal(bulk.data.length, 2);
    assert.equal((await clerk.organizations.getOrganizationInvitation({ organizationId, invitationId })).status, 'pending');
    const revoked = await clerk.organizations.revokeOrganizationInvitation({ organizationId, invitationId, requestingUserId: creator.id });
    assert.equal(revoked.status, 'revoked');
    assert.equal((await clerk.organizations.getOrganizationInvitationList({ organizationId, status: ['pending'] })).totalCount, 2);
    const { id: userId } = await newUser({ emailAddress: [bulk.data[0].emailAddress] });
    assert.equal((await clerk.users.getOrganizationInvitationList({ userId, status: 'pending' })).data[0].organizationId, organizationId);
  });

  test('domains', async () => {
    await clerk.instance.updateOrganizationSettings({ enabled: true, domainsEnabled: true, domainsEnrollmentModes: ['automatic_invitation'] });
    const { organization: { id: organizationId } } = await newOrganization();
    const domain = await clerk.organizations.createOrganizationDomain({ organizationId, name: `${unique('acme')}.example`, enrollmentMode: 'manual_invitation', verified: true });
    assert.equal(domain.verification.status, 'verified');
    await clerk.organizations.updateOrganizationDomain({ organizationId, domainId: domain.id, enrollmentMode: 'automatic_invitation' });
    const domains = await clerk.organizations.getOrganizationDomainList({ organizationId });
    // The SDK hands out these as they come from the wire.
    assert.deepEqual(domains.data.map((each) => each.enrollment_mode), ['automatic_invitation']);
    await clerk.organizations.deleteOrganizationDomain({ organizationId, domainId: domain.id });
    assert.equal((await clerk.organizations.getOrganizationDomainList({ organizationId })).totalCount, 0);
  });

  test('permissions, roles and role sets', async () => {
    const permission = await clerk.organizationPermissions.createOrganizationPermission({ name: 'Read invoices', key: `org:${unique('invoices').replace('-', '')}:read` });
    await clerk.organizationPermissions.updateOrganizationPermission({ permissionId: permission.id, name: 'See invoices' });
    assert.equal((await clerk.organizationPermissions.getOrganizationPermission(permission.id)).name, 'See invoices');
    assert.ok((await clerk.organizationPermissions.getOrganizationPermissionList()).totalCount > 0);
    const role = await clerk.organizationRoles.createOrganizationRole({ name: 'Accountant', key: `org:${unique('accountant').replace('-', '_')}`, includeInInitialRoleSet: true });
    const organizationRoleId = role.id;
    await clerk.organizationRoles.assignPermissionToOrganizationRole({ organizationRoleId, permissionId: permission.id });
    assert.deepEqual((await clerk.organizationRoles.getOrganizationRole(role.id)).permissions.map((each) => each.key), [permission.key]);
    await clerk.organizationRoles.removePermissionFromOrganizationRole({ organizationRoleId, permissionId: permission.id });
    assert.equal((await clerk.organizationRoles.updateOrganizationRole({ organizationRoleId, name: 'Bookkeeper' })).name, 'Bookkeeper');
    assert.ok((await clerk.organizationRoles.getOrganizationRoleList({ query: 'Bookkeeper' })).totalCount >= 1);
    const set = await clerk.roleSets.createRoleSet({ name: 'Office', key: `role_set:${unique('office').replace('-', '_')}`, defaultRoleKey: 'org:member', creatorRoleKey: 'org:admin', roles: ['org:admin', 'org:member'] });
    const roleSetKeyOrId = set.key;
    await clerk.roleSets.addRolesToRoleSet({ roleSetKeyOrId, roleKeys: [role.key] });
    assert.equal((await clerk.roleSets.getRoleSet(roleSetKeyOrId)).roles.length, 3);
    await clerk.roleSets.replaceRoleInRoleSet({ roleSetKeyOrId, roleKey: role.key, toRoleKey: 'org:member' });
    assert.equal((await clerk.roleSets.updateRoleSet({ roleSetKeyOrId, name: 'Bureau' })).name, 'Bureau');
    const sets = await clerk.roleSets.getRoleSetList();
    assert.equal(sets.totalCount, sets.data.length);
    await clerk.roleSets.replaceRoleSet({ roleSetKeyOrId, destRoleSetKey: sets.data.find((each) => each.id !== set.id).key });
    await clerk.organizationPermissions.deleteOrganizationPermission(permission.id);
    const spare = await clerk.organizationRoles.createOrganizationRole({ name: 'Spare', key: `org:${unique('spare').replace('-', '_')}` });
    assert.equal((await clerk.organizationRoles.deleteOrganizationRole(spare.id)).deleted, true);
  });
});

describe('ways in', () => {
  test('invitations', async () => {
    const invitation = await clerk.invitations.createInvitation({ emailAddress: address('guest'), publicMetadata: { seat: 1 }, redirectUrl: 'https://app.example.com/welcome', notify: false });
    assert.equal(invitation.status, 'pending');
    assert.ok(new URL(invitation.url));
    const bulk = await clerk.invitations.createInvitationBulk([{ emailAddress: address('guest') }, { emailAddress: address('guest') }]);
    assert.equal(bulk.length, 2);
    assert.equal((await clerk.invitations.revokeInvitation(invitation.id)).status, 'revoked');
    await fails(400, 'invitation_already_revoked', () => clerk.invitations.revokeInvitation(invitation.id));
    const pending = await clerk.invitations.getInvitationList({ status: 'pending', orderBy: '-created_at' });
    assert.equal(pending.totalCount, 2);
    assert.equal((await clerk.invitations.deleteInvitation(bulk[0].id)).deleted, true);
  });

  test('waiting list', async () => {
    const entry = await clerk.waitlistEntries.create({ emailAddress: address('waiting'), notify: false });
    assert.equal((await clerk.waitlistEntries.invite(entry.id, { ignoreExisting: true })).status, 'invited');
    const [second, third] = await clerk.waitlistEntries.createBulk([{ emailAddress: address('waiting') }, { emailAddress: address('waiting') }]);
    assert.equal((await clerk.waitlistEntries.reject(second.id)).status, 'rejected');
    assert.equal((await clerk.waitlistEntries.delete(third.id)).deleted, true);
    assert.equal((await clerk.waitlistEntries.list({ status: 'rejected' })).totalCount, 1);
  });

  test('allowed and blocked identifiers', async () => {
    const allowed = await clerk.allowlistIdentifiers.createAllowlistIdentifier({ identifier: '*@allowed.example', notify: false });
    assert.equal((await clerk.allowlistIdentifiers.getAllowlistIdentifierList()).data[0].identifier, '*@allowed.example');
    assert.equal((await clerk.allowlistIdentifiers.deleteAllowlistIdentifier(allowed.id)).deleted, true);
    const blocked = await clerk.blocklistIdentifiers.createBlocklistIdentifier({ identifier: 'eve@example.com' });
    assert.equal((await clerk.blocklistIdentifiers.getBlocklistIdentifierList()).totalCount, 1);
    assert.equal((await clerk.blocklistIdentifiers.deleteBlocklistIdentifier(blocked.id)).deleted, true);
  });

  test('sign-in, actor and testing tokens, agent tasks', async () => {
    const user = await newUser();
    const signIn = await clerk.signInTokens.createSignInToken({ userId: user.id, expiresInSeconds: 60 });
    assert.equal(signIn.status, 'pending');
    assert.equal((await clerk.signInTokens.revokeSignInToken(signIn.id)).status, 'revoked');
    const actor = await clerk.actorTokens.create({ userId: user.id, actor: { sub: 'user_admin' }, expiresInSeconds: 60 });
    assert.equal((await clerk.actorTokens.revoke(actor.id)).status, 'revoked');
    assert.ok((await clerk.testingTokens.createTestingToken()).token);
    const task = await clerk.agentTasks.create({ onBehalfOf: { userId: user.id }, permissions: '*', agentName: 'Agent', taskDescription: 'Try', redirectUrl: 'https://app.example.com' });
    assert.ok(new URL(task.url));
    await clerk.agentTasks.revoke(task.agentTaskId);
    await fails(404, 'resource_not_found', () => clerk.signUps.get('sua_none'));
    await fails(404, 'resource_not_found', () => clerk.signUps.update({ signUpAttemptId: 'sua_none', externalId: 'x' }));
  });
});

describe('sessions and tokens', () => {
  test('create, get, list, revoke', async () => {
    const { id: userId } = await newUser();
    const { session, jwt } = await newToken(userId);
    assert.match(session.id, /^sess_/);
    assert.equal((await clerk.sessions.getSession(session.id)).status, 'active');
    assert.deepEqual((await clerk.sessions.getSessionList({ userId, status: 'active' })).data.map((each) => each.id), [session.id]);
    assert.equal((await clerk.clients.getClient(session.clientId)).id, session.clientId);
    assert.ok((await clerk.clients.getClientList({ limit: 1 })).totalCount >= 1);
    assert.equal((await clerk.clients.verifyClient(jwt)).id, session.clientId);
    const { nonce } = await control('POST', `/sessions/${session.id}/handshake`, {});
    assert.match((await clerk.clients.getHandshakePayload({ nonce })).directives[0], /^__session=ey/);
    assert.equal((await clerk.sessions.verifySession(session.id, jwt)).id, session.id);
    assert.equal((await clerk.sessions.revokeSession(session.id)).status, 'revoked');
    assert.equal((await clerk.sessions.getSessionList({ userId, status: 'active' })).totalCount, 0);
    await assert.rejects(() => clerk.sessions.getToken(session.id));
  });

  test('verifyToken accepts what the emulator signs', async () => {
    const { id: userId } = await newUser();
    const { session, jwt } = await newToken(userId);
    const claims = await verifyToken(jwt, options);
    assert.equal(claims.sub, userId);
    assert.equal(claims.sid, session.id);
    assert.equal(claims.v, 2);
    const { keys: [{ kid }] } = await clerk.jwks.getJwks();
    assert.equal(JSON.parse(Buffer.from(jwt.split('.')[0], 'base64url')).kid, kid);
  });

  test('verifyToken refuses wrong tokens', async () => {
    const { id: userId } = await newUser();
    const { jwt } = await newToken(userId);
    const [header, payload, signature] = jwt.split('.');
    const forged = Buffer.from(JSON.stringify({ ...JSON.parse(Buffer.from(payload, 'base64url')), sub: 'user_eve' })).toString('base64url');
    const refused = (reason, token, more = {}) => assert.rejects(() => verifyToken(token, { ...options, ...more }), (error) => {
      assert.equal(error.reason, reason);
      return true;
    });
    await refused('token-invalid-signature', `${header}.${forged}.${signature}`);
    await refused('token-invalid', 'not.a.token');
    const none = Buffer.from(JSON.stringify({ alg: 'none', typ: 'JWT', kid: JSON.parse(Buffer.from(header, 'base64url')).kid })).toString('base64url');
    await refused('token-invalid-algorithm', `${none}.${payload}.`);
    const stranger = Buffer.from(JSON.stringify({ ...JSON.parse(Buffer.from(header, 'base64url')), kid: 'ins_stranger' })).toString('base64url');
    await refused('jwk-kid-mismatch', `${stranger}.${payload}.${signature}`);
    mock.timers.enable({ apis: ['Date'], now: Date.now() + 3_600_000 });
    try {
      await refused('token-expired', jwt);
    }
    finally {
      mock.timers.reset();
    }
  });

  test('authenticateRequest', async () => {
    const { id: userId } = await newUser();
    const { session, jwt } = await newToken(userId);
    const state = await authenticate(jwt);
    assert.equal(state.status, 'signed-in');
    assert.deepEqual([state.toAuth().userId, state.toAuth().sessionId], [userId, session.id]);
    assert.equal((await authenticate(jwt.slice(0, -4) + 'AAAA')).status, 'signed-out');
    assert.equal((await clerk.authenticateRequest(new Request('https://app.example.com/'))).isAuthenticated, false);
  });

  test('minted tokens, with an organization', async () => {
    const { organization, creator } = await newOrganization();
    const state = await authenticate(await minted({ user_id: creator.id, organization_id: organization.id }));
    const auth = state.toAuth();
    assert.deepEqual([auth.userId, auth.orgId, auth.orgSlug, auth.orgRole], [creator.id, organization.id, organization.slug, 'org:admin']);
    assert.equal(auth.has({ role: 'org:admin' }), true);
    assert.equal(auth.has({ role: 'org:other' }), false);
    const older = await authenticate(await minted({ user_id: creator.id, organization_id: organization.id, version: 1 }));
    assert.deepEqual([older.toAuth().orgId, older.toAuth().orgRole], [organization.id, 'org:admin']);
  });

  test('minted tokens that are wrong', async () => {
    const { id: user_id } = await newUser();
    const signedOut = async (reason, more, options) => {
      const state = await authenticate(await minted({ user_id, ...more }), options);
      assert.deepEqual([state.isAuthenticated, state.reason], [false, reason]);
    };
    await signedOut('session-token-expired-refresh-non-eligible-no-refresh-cookie', { expired: true });
    await signedOut('session-token-nbf', { not_yet_valid: true });
    await signedOut('token-invalid-signature', { signed_by_stranger: true });
    await signedOut('token-invalid-authorized-parties', { authorized_party: 'https://evil.example' }, { authorizedParties: ['https://app.example.com'] });
    const pending = await authenticate(await minted({ user_id, pending: true }));
    assert.deepEqual([pending.toAuth().userId, pending.toAuth({ treatPendingAsSignedOut: false }).userId], [null, user_id]);
  });

  test('refresh', async () => {
    const { id: userId } = await newUser();
    const { id: session_id } = await clerk.sessions.createSession({ userId });
    const request_origin = 'https://app.example.com';
    const expired_token = await minted({ user_id: userId, session_id, authorized_party: request_origin, expired: true });
    const { refresh_token } = await control('GET', `/sessions/${session_id}/refresh_token`);
    const { jwt } = await clerk.sessions.refreshSession(session_id, { expired_token, refresh_token, request_origin, format: 'token' });
    assert.equal((await verifyToken(jwt, options)).sid, session_id);
    await assert.rejects(() => clerk.sessions.refreshSession(session_id, { expired_token, refresh_token: 'wrong', request_origin, format: 'token' }));
  });

  test('templates', async () => {
    const { id: userId } = await newUser({ firstName: 'Ada' });
    const name = unique('template').replace('-', '_');
    const template = await clerk.jwtTemplates.create({ name, claims: { aud: 'api.example.com', first: '{{user.first_name}}' }, lifetime: 300 });
    const { jwt } = await newToken(userId, name);
    const claims = await verifyToken(jwt, { ...options, audience: 'api.example.com' });
    assert.equal(claims.first, 'Ada');
    assert.equal(claims.exp - claims.iat, 300);
    assert.equal((await clerk.jwtTemplates.update({ templateId: template.id, name, claims: {}, lifetime: 60 })).lifetime, 60);
    assert.equal((await clerk.jwtTemplates.get(template.id)).name, name);
    assert.equal((await clerk.jwtTemplates.list()).totalCount, 1);
    assert.equal((await clerk.jwtTemplates.delete(template.id)).deleted, true);
  });
});

describe('machines', () => {
  test('machines and scopes', async () => {
    const other = await clerk.machines.create({ name: unique('billing') });
    const machine = await clerk.machines.create({ name: unique('worker'), scopedMachines: [other.id], defaultTokenTtl: 120 });
    assert.match(machine.id, /^mch_/);
    assert.match((await clerk.machines.getSecretKey(machine.id)).secret, /^ak_/);
    const third = await clerk.machines.create({ name: unique('third') });
    await clerk.machines.createScope(machine.id, third.id);
    assert.equal((await clerk.machines.get(machine.id)).scopedMachines.length, 2);
    await clerk.machines.deleteScope(machine.id, third.id);
    assert.equal((await clerk.machines.update({ machineId: machine.id, name: 'Renamed' })).name, 'Renamed');
    assert.ok((await clerk.machines.rotateSecretKey({ machineId: machine.id, previousTokenTtl: 60 })).secret);
    assert.equal((await clerk.machines.list({ query: 'Renamed' })).totalCount, 1);
    await clerk.machines.delete(third.id);
    await fails(404, 'resource_not_found', () => clerk.machines.get(third.id));
  });

  test('M2M tokens', async () => {
    const receiver = await clerk.machines.create({ name: unique('receiver') });
    const sender = await clerk.machines.create({ name: unique('sender'), scopedMachines: [receiver.id] });
    const { secret: machineSecretKey } = await clerk.machines.getSecretKey(sender.id);
    const { secret: receiverKey } = await clerk.machines.getSecretKey(receiver.id);
    const token = await clerk.m2m.createToken({ machineSecretKey, claims: { tenant: 'acme' }, secondsUntilExpiration: 60 });
    assert.match(token.token, /^mt_/);
    const verified = await clerk.m2m.verify({ machineSecretKey: receiverKey, token: token.token });
    assert.deepEqual([verified.subject, verified.claims], [sender.id, { tenant: 'acme' }]);
    assert.equal((await clerk.m2m.list({ machineSecretKey, subject: sender.id })).totalCount, 1);
    assert.equal((await clerk.m2m.revokeToken({ machineSecretKey, m2mTokenId: token.id, revocationReason: 'test' })).revoked, true);
    await assert.rejects(() => clerk.m2m.verify({ machineSecretKey: receiverKey, token: token.token }));
    const signed = await clerk.m2m.createToken({ machineSecretKey, tokenFormat: 'jwt', secondsUntilExpiration: 60 });
    assert.equal((await clerk.m2m.verify({ token: signed.token })).subject, sender.id);
    const request = new Request('https://api.example.com/', { headers: { authorization: `Bearer ${signed.token}` } });
    assert.equal((await clerk.authenticateRequest(request, { acceptsToken: 'm2m_token' })).toAuth().subject, sender.id);
  });

  test('API keys', async () => {
    const { id: subject } = await newUser();
    const key = await clerk.apiKeys.create({ name: 'Build server', subject, scopes: ['invoices:read'], claims: { team: 1 } });
    assert.match(key.secret, /^ak_/);
    assert.equal((await clerk.apiKeys.verify(key.secret)).subject, subject);
    assert.equal((await clerk.apiKeys.getSecret(key.id)).secret, key.secret);
    assert.equal((await clerk.apiKeys.list({ subject })).totalCount, 1);
    assert.equal((await clerk.apiKeys.update({ apiKeyId: key.id, subject, description: 'Build' })).description, 'Build');
    assert.deepEqual((await clerk.apiKeys.get(key.id)).scopes, ['invoices:read']);
    const request = new Request('https://api.example.com/', { headers: { authorization: `Bearer ${key.secret}` } });
    const auth = (await clerk.authenticateRequest(request, { acceptsToken: 'api_key' })).toAuth();
    assert.deepEqual([auth.isAuthenticated, auth.userId, auth.scopes], [true, subject, ['invoices:read']]);
    assert.equal((await clerk.apiKeys.revoke({ apiKeyId: key.id, revocationReason: 'lost' })).revoked, true);
    await assert.rejects(() => clerk.apiKeys.verify(key.secret));
    assert.equal((await clerk.authenticateRequest(request, { acceptsToken: 'api_key' })).isAuthenticated, false);
    assert.equal((await clerk.apiKeys.delete(key.id)).deleted, true);
  });

  test('OAuth applications', async () => {
    const name = unique('App');
    const application = await clerk.oauthApplications.create({ name, redirectUris: ['https://app.example.com/callback'], scopes: 'profile email' });
    assert.ok(application.clientSecret);
    assert.equal((await clerk.oauthApplications.get(application.id)).clientId, application.clientId);
    assert.equal((await clerk.oauthApplications.list({ nameQuery: name })).totalCount, 1);
    assert.notEqual((await clerk.oauthApplications.rotateSecret(application.id)).clientSecret, application.clientSecret);
    assert.equal((await clerk.oauthApplications.update({ oauthApplicationId: application.id, name: 'Other' })).name, 'Other');
    await assert.rejects(() => clerk.idPOAuthAccessToken.verify('oat_none'));
    await assert.rejects(() => clerk.oauthApplications.revokeToken({ oauthApplicationId: application.id, token: 'oat_none' }));
    assert.equal((await clerk.oauthApplications.delete(application.id)).deleted, true);
  });
});

describe('instance', () => {
  test('settings', async () => {
    assert.match((await clerk.instance.get()).id, /^ins_/);
    await clerk.instance.update({ supportEmail: 'help@example.com' });
    assert.equal((await clerk.instance.updateRestrictions({ blockEmailSubaddresses: true })).blockEmailSubaddresses, true);
    await clerk.instance.updateRestrictions({ blockEmailSubaddresses: false });
    assert.equal((await clerk.instance.getOrganizationSettings()).enabled, true);
  });

  test('domains and redirect URLs', async () => {
    const domain = await clerk.domains.add({ name: `${unique('satellite')}.example`, is_satellite: true });
    assert.equal(domain.isSatellite, true);
    assert.ok((await clerk.domains.list()).data.some((each) => each.id === domain.id));
    assert.equal((await clerk.domains.update({ domainId: domain.id, name: `${unique('moved')}.example` })).id, domain.id);
    assert.equal((await clerk.domains.delete(domain.id)).deleted, true);
    const spare = await clerk.domains.add({ name: `${unique('spare')}.example`, is_satellite: true });
    assert.equal((await clerk.domains.deleteDomain(spare.id)).deleted, true);
    const redirect = await clerk.redirectUrls.createRedirectUrl({ url: 'https://app.example.com/sso' });
    assert.equal((await clerk.redirectUrls.getRedirectUrl(redirect.id)).url, 'https://app.example.com/sso');
    assert.equal((await clerk.redirectUrls.getRedirectUrlList()).totalCount, 1);
    await clerk.redirectUrls.deleteRedirectUrl(redirect.id);
    assert.equal((await clerk.redirectUrls.getRedirectUrlList()).totalCount, 0);
  });

  test('enterprise and SAML connections', async () => {
    const saml = await clerk.samlConnections.createSamlConnection({ name: 'Okta', provider: 'saml_okta', domain: `${unique('saml')}.example` });
    assert.equal((await clerk.samlConnections.getSamlConnection(saml.id)).name, 'Okta');
    assert.equal((await clerk.samlConnections.updateSamlConnection(saml.id, { name: 'Okta 2' })).name, 'Okta 2');
    assert.ok((await clerk.samlConnections.getSamlConnectionList()).totalCount >= 1);
    await clerk.samlConnections.deleteSamlConnection(saml.id);
    const connection = await clerk.enterpriseConnections.createEnterpriseConnection({ name: 'Google', provider: 'saml_google', domains: [`${unique('ec')}.example`] });
    assert.equal((await clerk.enterpriseConnections.getEnterpriseConnection(connection.id)).name, 'Google');
    assert.equal((await clerk.enterpriseConnections.updateEnterpriseConnection(connection.id, { name: 'G' })).name, 'G');
    assert.ok((await clerk.enterpriseConnections.getEnterpriseConnectionList()).totalCount >= 1);
    await clerk.enterpriseConnections.deleteEnterpriseConnection(connection.id);
  });

  test('e-mails', async () => {
    const message = { to: { address: 'ada@example.com' }, from: { address: 'app@example.com' }, subject: 'Hello', text: 'Hello Ada' };
    const email = await clerk.emails.create(message, { idempotencyKey: unique('key') });
    assert.equal((await clerk.emails.get(email.id)).id, email.id);
    const batch = await clerk.emails.createBatch([message, message]);
    assert.equal(batch.length, 2);
  });

  test('billing', async () => {
    const user = await newUser();
    const { organization } = await newOrganization();
    await fails(403, 'billing_not_enabled', () => clerk.billing.getUserBillingSubscription(user.id));
    await control('POST', '/seed', {
      plans: [{ slug: 'pro', monthly: 500 }, { slug: 'team', for_payer_type: 'org', monthly: 1900, features: ['invoices'] }],
      cards: [{ owner_id: user.id }, { owner_id: organization.id }],
      subscriptions: [{ owner_id: user.id, plan: 'pro' }, { owner_id: organization.id, plan: 'team' }],
    });
    assert.ok((await clerk.billing.getPlanList({ payerType: 'user' })).data.some((plan) => plan.slug === 'pro'));
    const { subscriptionItems: items } = await clerk.billing.getOrganizationBillingSubscription(organization.id);
    const item = items.find((each) => each.plan.slug === 'team');
    assert.equal(item.status, 'active');
    const auth = (await authenticate(await minted({ user_id: organization.createdBy, organization_id: organization.id }))).toAuth();
    assert.deepEqual([auth.has({ plan: 'org:team' }), auth.has({ feature: 'org:invoices' }), auth.has({ plan: 'org:other' })], [true, true, false]);
    assert.equal((await clerk.billing.cancelSubscriptionItem(item.id, { endNow: true })).id, item.id);
    const { subscriptionItems: own } = await clerk.billing.getUserBillingSubscription(user.id);
    assert.ok(own.some((each) => each.plan.slug === 'pro' && each.status === 'active'));
    await fails(404, 'subscription_item_not_found', () => clerk.billing.extendSubscriptionItemFreeTrial('subi_none', { extendTo: new Date('2030-01-01') }));
    await control('POST', '/reset');
  });

  test('proxy checks, change of the domain, applications without account, webhooks', async () => {
    const [primary] = (await clerk.domains.list()).data;
    assert.equal((await clerk.proxyChecks.verify({ domainId: primary.id, proxyUrl: `https://${primary.name}/__clerk` })).successful, true);
    await clerk.betaFeatures.changeDomain({ homeUrl: 'https://moved.example' });
    const application = await clerk.__experimental_accountlessApplications.createAccountlessApplication();
    assert.match(application.publishableKey, /^pk_test_/);
    await clerk.__experimental_accountlessApplications.completeAccountlessApplicationOnboarding();
    assert.ok((await clerk.webhooks.createSvixApp()).svix_url);
    assert.ok((await clerk.webhooks.generateSvixAuthURL()).svix_url);
    await clerk.webhooks.deleteSvixApp();
  });
});

describe('webhooks', () => {
  test('pass the verification of the SDK; wrong ones do not', async () => {
    const arrivals = new EventEmitter();
    const received = [];
    const server = createServer(async (request, response) => {
      const parts = [];
      for await (const part of request) {
        parts.push(part);
      }
      received.push(new Request('http://localhost/', { method: 'POST', headers: request.headers, body: Buffer.concat(parts) }));
      response.writeHead(204).end();
      arrivals.emit('webhook');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const next = async () => {
      if (received.length === 0) {
        await once(arrivals, 'webhook');
      }
      return received.shift();
    };
    const { id: endpoint, secret } = await control('POST', '/webhooks/endpoints', { url: `http://127.0.0.1:${server.address().port}/` });
    try {
      assert.equal(secret, process.env.CLERK_WEBHOOK_SIGNING_SECRET);
      const { organization, creator } = await newOrganization();
      const events = [];
      for (const type of ['user.created', 'organization.created', 'organizationMembership.created']) {
        const event = await verifyWebhook(await next());
        assert.equal(event.type, type);
        assert.match(event.instance_id, /^ins_/);
        assert.match(event.event_attributes.http_request.user_agent, /^@clerk\/backend/);
        assert.ok(Math.abs(event.timestamp - Date.now()) < 60_000);
        events.push(event.data);
      }
      assert.deepEqual([events[0].id, events[1].id, events[2].public_user_data.user_id], [creator.id, organization.id, creator.id]);
      await clerk.organizations.createOrganizationInvitation({ organizationId: organization.id, emailAddress: address('eve'), role: 'org:member' });
      const invitation = await verifyWebhook(await next());
      assert.equal(invitation.data.public_organization_data.id, organization.id);
      assert.equal((await verifyWebhook(await next())).data.slug, 'organization_invitation');
      for (const flaw of ['wrong_signature', 'old_timestamp', 'future_timestamp', 'changed_body', 'unsigned']) {
        await control('POST', '/webhooks/send', { type: 'user.created', data: { id: 'user_x' }, flaw });
        const wrong = await next();
        await assert.rejects(verifyWebhook(wrong), flaw);
      }
    }
    finally {
      await control('DELETE', `/webhooks/endpoints/${endpoint}`);
      server.close();
    }
  });
});
