package io.github.clerkspring.emulator.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.ApiTester;
import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.emulator.openapi.EnabledWithSpecification;
import io.github.clerkspring.emulator.openapi.Specification;
import io.github.clerkspring.emulator.webhooks.WebhookReceiver.Received;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Causes every event that the emulator can cause and holds what arrives against Clerk's
 * specification of webhooks, if it is there.
 */
class WebhookCoverageTests {

	/** Types that no change in the emulator causes; they can be sent on demand. */
	private static final Set<String> ON_DEMAND = Set.of("session.pending", "sms.created");

	/**
	 * The specification puts this one level deeper, where it is too; Clerk's SDK reads it
	 * here.
	 */
	private static final String ORGANIZATION_OF_INVITATION = "$.data.public_organization_data is not in the specification";

	private static final List<String> USERS = List.of("user.created", "user.updated", "session.created",
			"session.removed", "session.created", "session.revoked", "session.created", "session.ended",
			"user.deleted");

	private static final List<String> ORGANIZATIONS = List.of("organization.created", "organizationMembership.created",
			"organization.updated", "organizationMembership.created", "organizationMembership.updated",
			"organizationDomain.created", "organizationDomain.updated", "organizationDomain.deleted",
			"organizationMembership.deleted", "user.deleted", "organizationMembership.deleted", "organization.deleted");

	private static final List<String> DELETION = List.of("organizationMembership.deleted", "session.ended",
			"user.deleted");

	private static final List<String> INVITATIONS = List.of("organizationInvitation.created", "email.created",
			"organizationInvitation.revoked", "organizationInvitation.created", "email.created",
			"organizationMembership.created", "organizationInvitation.accepted", "session.created",
			"organizationInvitation.created", "email.created", "user.created", "session.created",
			"organizationMembership.created", "organizationInvitation.accepted");

	private static final List<String> ROLES = List.of("permission.created", "permission.updated", "role.created",
			"role.updated", "role.deleted", "permission.deleted");

	private static final List<String> MESSAGES = List.of("waitlistEntry.created", "email.created", "email.created",
			"waitlistEntry.updated", "email.created");

	private static final List<String> BILLING = List.of("user.created", "subscription.created",
			"subscriptionItem.active", "subscription.active", "subscriptionItem.incomplete", "subscriptionItem.ended",
			"subscriptionItem.active", "subscription.updated", "subscriptionItem.freeTrialEnding",
			"paymentAttempt.created", "paymentAttempt.updated", "subscriptionItem.updated", "subscription.updated",
			"paymentAttempt.created", "paymentAttempt.updated", "subscriptionItem.ended", "subscriptionItem.active",
			"subscription.updated", "subscriptionItem.canceled", "subscriptionItem.upcoming", "subscription.updated",
			"paymentAttempt.created", "paymentAttempt.updated", "subscriptionItem.abandoned", "subscriptionItem.ended",
			"subscriptionItem.active", "subscription.updated", "paymentAttempt.created", "paymentAttempt.updated",
			"subscriptionItem.pastDue", "subscription.pastDue", "paymentAttempt.created", "paymentAttempt.updated",
			"subscriptionItem.active", "subscription.active");

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private static final Duration MONTH = Duration.ofDays(31);

	private final WebhookReceiver receiver = WebhookReceiver.start();

	private final ApiTester api = ApiTester.start();

	private final ClerkEmulator clerk = this.api.emulator();

	@BeforeEach
	void listen() {
		this.clerk.clock().set(Instant.parse("2026-01-15T12:00:00Z"));
		this.clerk.webhooks().endpoint(this.receiver.url());
	}

	@AfterEach
	void close() {
		this.api.close();
		this.receiver.close();
	}

	@Test
	void usersAndSessions() {
		String ada = this.clerk.users().create("ada@example.com");
		this.api.patch("/users/" + ada, Map.of("first_name", "Ada", "external_id", "ada-1"));
		this.clerk.signOut(session(ada));
		this.api.post("/sessions/" + session(ada) + "/revoke", null);
		session(ada);
		this.api.delete("/users/" + ada);
		assertSent(USERS);
		assertThat(last().event().at("/data/external_id").asString()).isEqualTo("ada-1");
		assertThat(last().event().at("/data/deleted").asBoolean()).isTrue();
		assertThat(this.receiver.received().get(7).event().at("/data/user/id").asString()).isEqualTo(ada);
	}

	@Test
	void organizations() {
		String ada = this.clerk.users().create("ada@example.com");
		String bob = this.clerk.users().create("bob@example.com");
		idle();
		this.receiver.clear();
		String acme = "/organizations/"
				+ this.api.post("/organizations", Map.of("name", "Acme", "created_by", ada)).get("id").asString();
		this.api.patch(acme, Map.of("name", "Acme Inc."));
		this.api.post(acme + "/memberships", Map.of("user_id", bob, "role", "org:member"));
		this.api.patch(acme + "/memberships/" + bob, Map.of("role", "org:admin"));
		String domain = acme + "/domains/"
				+ this.api.post(acme + "/domains", Map.of("name", "acme.com", "enrollment_mode", "manual_invitation"))
					.get("id")
					.asString();
		this.api.patch(domain, Map.of("enrollment_mode", "automatic_suggestion"));
		this.api.delete(domain);
		this.api.delete(acme + "/memberships/" + bob);
		this.api.delete("/users/" + bob);
		this.api.delete(acme);
		assertSent(ORGANIZATIONS);
	}

	@Test
	void deletingUsersEndsWhatTheyHad() {
		String ada = this.clerk.users().create("ada@example.com");
		String acme = this.clerk.organizations().create("Acme");
		this.clerk.organizations().addMember(acme, ada, "org:member");
		session(ada);
		idle();
		this.receiver.clear();
		this.clerk.users().delete(ada);
		assertSent(DELETION);
		assertThat(this.receiver.received().get(0).event().at("/data/public_user_data/identifier").asString())
			.isEqualTo("ada@example.com");
	}

	@Test
	void organizationInvitations() {
		String acme = this.clerk.organizations().create("Acme");
		String bob = this.clerk.users().create("bob@example.com");
		idle();
		this.receiver.clear();
		String invitations = "/organizations/" + acme + "/invitations";
		String first = invite(invitations, "eve@example.com");
		this.api.post(invitations + "/" + this.api.get(invitations).at("/data/0/id").asString() + "/revoke", Map.of());
		this.clerk.redeem(ticket(invite(invitations, "bob@example.com")));
		this.clerk.redeem(ticket(invite(invitations, "new@example.com")));
		assertThat(first).contains("?ticket=");
		assertSent(INVITATIONS);
		Received accepted = this.receiver.received().get(6);
		assertThat(accepted.event().at("/data/user_id").asString()).isEqualTo(bob);
		assertThat(accepted.event().at("/data/status").asString()).isEqualTo("accepted");
		assertThat(accepted.event().at("/data/public_organization_data/id").asString()).isEqualTo(acme);
	}

	@Test
	void rolesAndPermissions() {
		String permission = id("/organization_permissions", Map.of("name", "Read", "key", "org:invoices:read"));
		this.api.patch("/organization_permissions/" + permission, Map.of("name", "Read invoices"));
		String role = id("/organization_roles", Map.of("name", "Accountant", "key", "org:accountant"));
		this.api.post("/organization_roles/" + role + "/permissions/" + permission, Map.of());
		this.api.delete("/organization_roles/" + role);
		this.api.delete("/organization_permissions/" + permission);
		assertSent(ROLES);
	}

	@Test
	void messagesAndTheWaitingList() {
		String entry = id("/waitlist_entries", Map.of("email_address", "eve@example.com"));
		this.api.post("/waitlist_entries/" + entry + "/invite", Map.of());
		this.api.post("/email", Map.of("to", Map.of("address", "eve@example.com"), "from",
				Map.of("address", "ada@example.com"), "subject", "Hello", "html", "<p>Hello</p>"));
		assertSent(MESSAGES);
	}

	@Test
	void emailsOfInvitationsAreMadeOfTheTemplate() {
		String ada = this.clerk.users().create((user) -> user.firstName("Ada").lastName("Lovelace"));
		String acme = this.clerk.organizations().create("Acme & Sons");
		this.clerk.organizations().addMember(acme, ada, "org:admin");
		this.api.post("/templates/email/organization_invitation/toggle_delivery", Map.of("delivered_by_clerk", false));
		idle();
		this.receiver.clear();
		this.api.post("/organizations/" + acme + "/invitations",
				Map.of("email_address", "eve@example.com", "role", "org:member", "inviter_user_id", ada));
		this.api.post("/invitations", Map.of("email_address", "bob@example.com", "notify", false));
		assertSent(List.of("organizationInvitation.created", "email.created"));
		JsonNode data = last().event().get("data");
		assertThat(data.get("slug").asString()).isEqualTo("organization_invitation");
		assertThat(data.get("to_email_address").asString()).isEqualTo("eve@example.com");
		assertThat(data.get("subject").asString()).isEqualTo("You are invited to Acme & Sons");
		assertThat(data.get("body").asString()).contains("Ada Lovelace invites you to Acme &amp; Sons: https://");
		assertThat(data.at("/data/org/name").asString()).isEqualTo("Acme & Sons");
		assertThat(ticket(data.at("/data/action_url").asString())).isNotEmpty();
		assertThat(data.get("delivered_by_clerk").asBoolean()).isFalse();
	}

	@Test
	void billing() {
		this.clerk.billing().plan("pro", (plan) -> plan.monthly(2000).trialDays(14));
		String ada = this.clerk.users().create("ada@example.com");
		this.clerk.billing().subscribe(ada, "pro");
		this.clerk.billing().card(ada);
		this.clerk.billing().startTrial(ada, "pro");
		pass(Duration.ofDays(12));
		pass(Duration.ofDays(3));
		String item = this.clerk.billing().subscribe(ada, "pro");
		this.api.delete("/billing/subscription_items/" + item);
		this.clerk.billing().subscribe(ada, "pro");
		this.clerk.billing().decliningCard(ada);
		pass(MONTH);
		this.clerk.billing().card(ada);
		assertSent(BILLING);
	}

	@Test
	void nothingIsSentWhenNothingHappens() {
		String ada = this.clerk.users().create("ada@example.com");
		String session = session(ada);
		this.api.post("/sessions/" + session + "/revoke", null);
		this.api.post("/waitlist_entries", Map.of("email_address", "eve@example.com"));
		idle();
		this.receiver.clear();
		this.api.get("/users/" + ada);
		this.api.get("/organizations");
		this.api.fails(422, "form_identifier_exists", "POST", "/users",
				Map.of("email_address", List.of("ada@example.com"), "skip_user_requirement", true));
		this.api.fails(404, "resource_not_found", "DELETE", "/users/user_x", null);
		this.api.post("/sessions/" + session + "/revoke", null);
		this.api.post("/waitlist_entries", Map.of("email_address", "eve@example.com"));
		this.clerk.reset();
		assertSent(List.of());
	}

	@Test
	@EnabledWithSpecification
	void coversTheSpecification() {
		Set<String> caused = new TreeSet<>();
		List.of(USERS, ORGANIZATIONS, DELETION, INVITATIONS, ROLES, MESSAGES, BILLING).forEach(caused::addAll);
		Set<String> missing = Specification.eventTypes();
		missing.removeAll(caused);
		System.out.printf("Webhooks: %d of %d types are caused by changes and fit the specification; on demand: %s%n",
				caused.size(), Specification.eventTypes().size(), missing);
		assertThat(Specification.eventTypes()).containsAll(caused);
		assertThat(missing).isEqualTo(ON_DEMAND);
	}

	@Test
	void everyOtherTypeCanBeSentOnDemand() {
		ON_DEMAND.forEach((type) -> this.clerk.webhooks().send(type, Map.of("id", "x")));
		idle();
		assertThat(this.receiver.types()).containsExactlyInAnyOrderElementsOf(ON_DEMAND);
	}

	private void assertSent(List<String> types) {
		idle();
		assertThat(this.receiver.types()).isEqualTo(types);
		if (Specification.isAvailable()) {
			for (Received received : this.receiver.received()) {
				assertThat(Specification.checkWebhook(received.type(), received.event()))
					.filteredOn((problem) -> !problem.equals(ORGANIZATION_OF_INVITATION))
					.as(received.body())
					.isEmpty();
			}
		}
	}

	private void idle() {
		this.clerk.webhooks().awaitIdle(LIMIT);
	}

	private void pass(Duration duration) {
		this.clerk.clock().advance(duration);
	}

	private Received last() {
		return this.receiver.received().get(this.receiver.received().size() - 1);
	}

	private String session(String userId) {
		return id("/sessions", Map.of("user_id", userId));
	}

	private String invite(String invitations, String address) {
		return this.api.post(invitations, Map.of("email_address", address, "role", "org:member")).get("url").asString();
	}

	private static String ticket(String url) {
		return url.substring(url.indexOf("?ticket=") + "?ticket=".length());
	}

	private String id(String path, Map<String, ?> body) {
		return this.api.post(path, body).get("id").asString();
	}

}
