package io.github.clerkspring.sample.delivery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import reactor.core.publisher.Mono;

import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.client.core.ClerkApiException;
import io.github.clerkspring.client.organization.UpdateOrganizationRequest;
import io.github.clerkspring.client.user.UpdateUserRequest;
import io.github.clerkspring.emulator.ClerkEmulator;

/**
 * Changes users, organizations and memberships of the emulator at random, and collects
 * the webhooks that it sends.
 */
final class ClerkHistory implements AutoCloseable {

	private static final List<String> ROLES = List.of("org:admin", "org:member");

	private final Map<String, String> webhooks = new ConcurrentHashMap<>();

	private final List<String> users = new ArrayList<>();

	private final List<String> organizations = new ArrayList<>();

	private final List<String> tokens = new ArrayList<>();

	private final ClerkEmulator clerk;

	private final ClerkBackendClient client;

	private final Random random;

	private final HttpServer receiver;

	ClerkHistory(ClerkEmulator clerk, ClerkBackendClient client, Random random) throws IOException {
		this.clerk = clerk;
		this.client = client;
		this.random = random;
		this.receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.receiver.createContext("/", this::receive);
		this.receiver.start();
		clerk.webhooks().endpoint("http://127.0.0.1:" + this.receiver.getAddress().getPort() + "/");
	}

	private void receive(HttpExchange exchange) throws IOException {
		String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		this.webhooks.put(exchange.getRequestHeaders().getFirst("svix-id"), body);
		exchange.sendResponseHeaders(204, -1);
		exchange.close();
	}

	/**
	 * Make changes.
	 * @param changes how many
	 */
	void run(int changes) {
		for (int i = 0; i < changes; i++) {
			change(i);
			// Two changes of one object have different times
			this.clerk.clock().advance(Duration.ofMillis(1));
		}
		this.clerk.webhooks().awaitIdle(Duration.ofMinutes(2));
	}

	private void change(int number) {
		int dice = this.random.nextInt(20);
		if (this.users.size() < 5 || dice < 4) {
			createUser(number);
		}
		else if (this.organizations.size() < 2 || dice == 4) {
			this.organizations.add(this.clerk.organizations().create("Organization " + number));
		}
		else if (dice < 11) {
			call(this.client.users().update(pick(this.users), UpdateUserRequest.create().firstName("Name " + number)));
		}
		else if (dice < 13) {
			call(this.client.organizations()
				.update(pick(this.organizations), UpdateOrganizationRequest.create().name("Changed " + number)));
		}
		else if (dice < 19) {
			changeMembership(dice);
		}
		else if (this.random.nextInt(4) > 0) {
			this.clerk.users().delete(remove(this.users));
		}
		else {
			this.clerk.organizations().delete(remove(this.organizations));
		}
	}

	private void createUser(int number) {
		String id = this.clerk.users()
			.create((user) -> user.emailAddress("user" + number + "@example.com").firstName("First " + number));
		this.users.add(id);
		this.tokens.add(this.clerk.sessionToken(id).expiresIn(Duration.ofHours(1)).mint());
	}

	private void changeMembership(int dice) {
		String organization = pick(this.organizations);
		String user = pick(this.users);
		if (dice < 17) {
			try {
				this.clerk.organizations().addMember(organization, user, pick(ROLES));
			}
			catch (RuntimeException ex) {
				// A member already
				call(this.client.organizationMemberships().update(organization, user, pick(ROLES)));
			}
		}
		else {
			call(this.client.organizationMemberships().delete(organization, user));
		}
	}

	// Clerk refuses some changes, such as that of the last administrator
	private static void call(Mono<?> change) {
		change.onErrorResume(ClerkApiException.class, (ex) -> Mono.empty()).block();
	}

	private String pick(List<String> values) {
		return values.get(this.random.nextInt(values.size()));
	}

	private String remove(List<String> values) {
		return values.remove(this.random.nextInt(values.size()));
	}

	/**
	 * Return the webhooks of all changes.
	 * @return the bodies by their ids
	 */
	Map<String, String> webhooks() {
		return this.webhooks;
	}

	/**
	 * Return a session token of each user, whether deleted or not.
	 * @return the tokens
	 */
	List<String> tokens() {
		return this.tokens;
	}

	@Override
	public void close() {
		this.receiver.stop(0);
	}

}
