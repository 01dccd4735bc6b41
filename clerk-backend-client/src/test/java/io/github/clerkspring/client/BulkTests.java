package io.github.clerkspring.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;

import io.github.clerkspring.client.access.CreateInvitationRequest;
import io.github.clerkspring.client.access.CreateWaitlistEntryRequest;
import io.github.clerkspring.client.email.BatchEmailRequest;
import io.github.clerkspring.client.email.CreateEmailRequest;
import io.github.clerkspring.client.email.EmailRecipient;
import io.github.clerkspring.client.email.Mailbox;
import io.github.clerkspring.client.organization.CreateOrganizationInvitationRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Lists that Clerk takes at once are refused before the wire when they are too long. */
class BulkTests {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	private final ClerkServer server = new ClerkServer().answer(200, "[]");

	private final ClerkBackendClient clerk = this.server.client().build();

	@AfterEach
	void close() {
		this.clerk.close();
		this.server.close();
	}

	static Stream<Arguments> operations() {
		BatchEmailRequest email = BatchEmailRequest
			.of(CreateEmailRequest.create(EmailRecipient.user("user_1"), Mailbox.of("a@example.com"), "subject"));
		return Stream.of(
				arguments("invitations", 10,
						(clerk) -> (size) -> clerk.invitations()
							.createBulk(copies(size, CreateInvitationRequest.create("a@example.com")))),
				arguments("organizationInvitations", 10, (clerk) -> (size) -> clerk.organizationInvitations()
					.createBulk("org_1",
							copies(size, CreateOrganizationInvitationRequest.create("a@example.com", "org:member")))),
				arguments("waitlistEntries", 50,
						(clerk) -> (size) -> clerk.waitlistEntries()
							.createBulk(copies(size, CreateWaitlistEntryRequest.create("a@example.com")))),
				arguments("emails", 100, (clerk) -> (size) -> clerk.emails().createBatch(copies(size, email))),
				arguments("ban", 50, (clerk) -> (size) -> clerk.users().banAll(copies(size, "user_1"))),
				arguments("unban", 50, (clerk) -> (size) -> clerk.users().unbanAll(copies(size, "user_1"))));
	}

	@ParameterizedTest
	@MethodSource("operations")
	void refusesTooManyAndNone(int max, Function<ClerkBackendClient, Function<Integer, Mono<?>>> operation) {
		for (int size : new int[] { 0, max + 1, 10_000 }) {
			assertThatIllegalArgumentException().isThrownBy(() -> operation.apply(this.clerk).apply(size))
				.withMessageEndingWith(" must have between 1 and " + max + " items, not " + size);
		}
		assertThat(this.server.requests()).isEmpty();
		operation.apply(this.clerk).apply(max).block(LIMIT);
		operation.apply(this.clerk).apply(1).block(LIMIT);
		assertThat(this.server.requests()).hasSize(2);
	}

	@Test
	void sendsTheListAsItWasAtTheCall() {
		List<CreateInvitationRequest> requests = new ArrayList<>(
				List.of(CreateInvitationRequest.create("a@example.com")));
		List<String> users = new ArrayList<>(List.of("user_1"));
		Mono<?> invite = this.clerk.invitations().createBulk(requests);
		Mono<?> ban = this.clerk.users().banAll(users);
		requests.clear();
		users.add("user_2");
		invite.then(ban).block(LIMIT);
		assertThat(this.server.requests()).extracting(ClerkServer.Request::body)
			.containsExactly("[{\"email_address\":\"a@example.com\"}]", "{\"user_ids\":[\"user_1\"]}");
	}

	@Test
	void refusesNullInTheList() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.clerk.invitations().createBulk(Collections.singletonList(null)))
			.withMessage("requests must not contain null");
	}

	private static Arguments arguments(String name, int max,
			Function<ClerkBackendClient, Function<Integer, Mono<?>>> operation) {
		return Arguments.of(Named.of(name, max), operation);
	}

	private static <T> List<T> copies(int size, T item) {
		return Collections.nCopies(size, item);
	}

}
