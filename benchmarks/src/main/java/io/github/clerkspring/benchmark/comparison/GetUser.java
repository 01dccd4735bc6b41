package io.github.clerkspring.benchmark.comparison;

import java.util.List;

import com.clerk.backend_api.Clerk;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;

import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.client.user.User;

/**
 * Calls that return one user, 64 in flight.
 */
final class GetUser extends AlternatingRow {

	private static final int OPERATIONS = 2_000;

	private final StubServerProcess stub;

	GetUser(StubServerProcess stub) {
		super("`get`, 64 in flight");
		this.stub = stub;
	}

	@Override
	List<Contender> contenders() {
		HttpClient netty = Calls.netty(this.stub.url());
		WebClient webClient = Calls.webClient(this.stub.url());
		Clerk sdk = Calls.sdk(this.stub.url());
		return List.of(
				Calls.reactive(Calls.NETTY, OPERATIONS,
						(number) -> netty.get()
							.uri("/users/" + UserJson.ID)
							.responseContent()
							.aggregate()
							.asByteArray()
							.map((body) -> Calls.MAPPER.readValue(body, User.class))),
				Calls.reactive(Calls.WEB_CLIENT, OPERATIONS,
						(number) -> webClient.get().uri("/users/{id}", UserJson.ID).retrieve().bodyToMono(User.class)),
				Calls.blocking(Contender.SDK, OPERATIONS,
						(number) -> sdk.users().get(UserJson.ID).user().orElseThrow()),
				clerk(this.stub));
	}

	static Contender clerk(StubServerProcess stub) {
		ClerkBackendClient clerk = Calls.clerk(stub.url());
		return Calls.reactive(Contender.CLERK, OPERATIONS, (number) -> clerk.users().get(UserJson.ID));
	}

	@Override
	List<Goal> goals() {
		return List.of(Goal.time(1.08, Calls.WEB_CLIENT), Goal.kilobytesBeyond(3, Calls.WEB_CLIENT));
	}

}
