package io.github.clerkspring.sample.webhooks;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.springframework.data.domain.Limit;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.core.publisher.Mono;

import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.client.core.ClerkApiException;
import io.github.clerkspring.client.core.Page;
import io.github.clerkspring.client.organization.InstanceOrganizationMembershipQuery;
import io.github.clerkspring.client.organization.OrganizationQuery;
import io.github.clerkspring.client.user.UserQuery;

/**
 * Compares the newest objects of Clerk with those of the database.
 */
@RestController
class ComparisonController {

	private static final int LIMIT = 100;

	private static final String NEWEST_FIRST = "-created_at";

	private final ClerkBackendClient clerk;

	private final ClerkUsers users;

	private final ClerkOrganizations organizations;

	private final ClerkMemberships memberships;

	ComparisonController(ClerkBackendClient clerk, ClerkUsers users, ClerkOrganizations organizations,
			ClerkMemberships memberships) {
		this.clerk = clerk;
		this.users = users;
		this.organizations = organizations;
		this.memberships = memberships;
	}

	@GetMapping("/comparison")
	Map<String, Comparison> compare() {
		return Map.of("users", compareUsers(), "organizations", compareOrganizations(), "memberships",
				compareMemberships());
	}

	private Comparison compareUsers() {
		UserQuery query = UserQuery.create().orderBy(NEWEST_FIRST).limit(LIMIT);
		return compare(this.clerk.users().list(query), Entry::of,
				this.users.findAllByOrderByCreatedAtDesc(Limit.of(LIMIT)), Entry::of);
	}

	private Comparison compareOrganizations() {
		OrganizationQuery query = OrganizationQuery.create().orderBy(NEWEST_FIRST).limit(LIMIT);
		return compare(this.clerk.organizations().list(query), Entry::of,
				this.organizations.findAllByOrderByCreatedAtDesc(Limit.of(LIMIT)), Entry::of);
	}

	private Comparison compareMemberships() {
		InstanceOrganizationMembershipQuery query = InstanceOrganizationMembershipQuery.create()
			.orderBy(NEWEST_FIRST)
			.limit(LIMIT);
		return compare(this.clerk.organizationMemberships().listAll(query), Entry::of,
				this.memberships.findAllByOrderByCreatedAtDesc(Limit.of(LIMIT)), Entry::of);
	}

	// Objects that are newer than the last one of a full list, so that both sides cover
	// the same time
	private static <C, D> Comparison compare(Mono<Page<C>> page, Function<C, Entry> objectEntry, List<D> rows,
			Function<D, Entry> rowEntry) {
		List<Entry> clerk = page.blockOptional().orElseThrow().data().stream().map(objectEntry).toList();
		List<Entry> database = rows.stream().map(rowEntry).toList();
		long start = Math.max(start(clerk), start(database));
		return Comparison.of(after(start, clerk), after(start, database), start == 0);
	}

	private static long start(List<Entry> entries) {
		return (entries.size() < LIMIT) ? 0 : entries.get(entries.size() - 1).createdAt();
	}

	private static List<Entry> after(long start, List<Entry> entries) {
		return entries.stream().filter((entry) -> entry.createdAt() > start).toList();
	}

	@ExceptionHandler({ ClerkApiException.class, WebClientRequestException.class })
	@ResponseStatus(HttpStatus.BAD_GATEWAY)
	void handle() {
		// The page shows the status
	}

}
