package io.github.clerkspring.security.reactive;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.util.Assert;

import io.github.clerkspring.security.authorization.ReactiveClerkAuthorization;

/**
 * Rule for paths that name an organization.
 *
 * <pre class="code">
 * exchanges.pathMatchers("/organizations/{organizationId}/**").access(ServerOrganizationPath.variable("organizationId"))
 * </pre>
 */
public final class ServerOrganizationPath {

	private ServerOrganizationPath() {
	}

	/**
	 * Require that a variable of the path is the id of the active organization. Its slug
	 * is not accepted: after a change, another organization can have it while older
	 * tokens are valid.
	 * @param name the name of the variable; without it in the path, access is denied
	 * @return a rule
	 */
	public static ReactiveAuthorizationManager<AuthorizationContext> variable(String name) {
		Assert.hasText(name, "name must not be empty");
		return ReactiveClerkAuthorization.organization((context) -> variable(context, name));
	}

	private static @Nullable String variable(AuthorizationContext context, String name) {
		return (context.getVariables().get(name) instanceof String value) ? value : null;
	}

}
