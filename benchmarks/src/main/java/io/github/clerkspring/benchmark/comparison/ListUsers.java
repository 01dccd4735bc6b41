package io.github.clerkspring.benchmark.comparison;

import java.util.List;

import com.clerk.backend_api.Clerk;
import com.clerk.backend_api.models.operations.GetUserListRequest;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;
import tools.jackson.core.type.TypeReference;

import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.client.core.Page;
import io.github.clerkspring.client.user.User;
import io.github.clerkspring.client.user.UserQuery;

/**
 * Calls that return 100 users, 64 in flight.
 */
final class ListUsers extends AlternatingRow {

	private static final int OPERATIONS = 128;

	private final StubServerProcess stub;

	ListUsers(StubServerProcess stub) {
		super("`list(100)`, 64 in flight");
		this.stub = stub;
	}

	@Override
	List<Contender> contenders() {
		HttpClient netty = Calls.netty(this.stub.url());
		WebClient webClient = Calls.webClient(this.stub.url());
		Clerk sdk = Calls.sdk(this.stub.url());
		GetUserListRequest request = GetUserListRequest.builder().limit(100L).build();
		ClerkBackendClient clerk = Calls.clerk(this.stub.url());
		return List.of(
				Calls.reactive(Calls.NETTY, OPERATIONS,
						(number) -> netty.get()
							.uri("/users?limit=100")
							.responseContent()
							.aggregate()
							.asByteArray()
							.map((body) -> Calls.MAPPER.readValue(body, new Users()))),
				Calls.reactive(Calls.WEB_CLIENT, OPERATIONS,
						(number) -> webClient.get()
							.uri("/users?limit={limit}", 100)
							.retrieve()
							.bodyToMono(new ParameterizedTypeReference<List<User>>() {
							})),
				Calls.blocking(Contender.SDK, OPERATIONS,
						(number) -> sdk.users().list(request).userList().orElseThrow()),
				Calls.reactive(Contender.CLERK, OPERATIONS,
						(number) -> clerk.users().list(UserQuery.create().limit(100))));
	}

	@Override
	List<Goal> goals() {
		return List.of(Goal.time(1, Calls.WEB_CLIENT), Goal.kilobytes(1.2 * 1_024));
	}

	private static final class Users extends TypeReference<Page<User>> {

	}

}
