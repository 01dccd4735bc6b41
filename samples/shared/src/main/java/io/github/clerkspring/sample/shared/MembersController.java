package io.github.clerkspring.sample.shared;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.client.core.ClerkApiException;
import io.github.clerkspring.client.organization.OrganizationMembership;
import io.github.clerkspring.client.organization.OrganizationMembershipQuery;
import io.github.clerkspring.security.ClerkSession;
import io.github.clerkspring.security.CurrentOrganization;
import io.github.clerkspring.security.authorization.RequiresOrganization;

/**
 * Members of the organization that is active in the session.
 */
@RestController
@RequestMapping("/organization/members")
public class MembersController {

	private final ClerkBackendClient clerk;

	MembersController(ClerkBackendClient clerk) {
		this.clerk = clerk;
	}

	@GetMapping
	@RequiresOrganization
	Flux<Member> list(@CurrentOrganization ClerkSession.Organization organization) {
		return this.clerk.organizationMemberships()
			.stream(organization.id(), OrganizationMembershipQuery.create())
			.map(Member::of);
	}

	@DeleteMapping("/{userId}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@RequiresOrganization
	Mono<Void> remove(@CurrentOrganization ClerkSession.Organization organization, @PathVariable String userId) {
		return this.clerk.organizationMemberships().delete(organization.id(), userId).then();
	}

	@ExceptionHandler
	@ResponseStatus(HttpStatus.NOT_FOUND)
	void handle(ClerkApiException.NotFound ex) {
		// no such member: the status says it all
	}

	record Member(@Nullable String userId, @Nullable String identifier, String role) {

		static Member of(OrganizationMembership membership) {
			OrganizationMembership.PublicUserData user = membership.publicUserData();
			return new Member((user != null) ? user.userId() : null, (user != null) ? user.identifier() : null,
					membership.role());
		}

	}

}
