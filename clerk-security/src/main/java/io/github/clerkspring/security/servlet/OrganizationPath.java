package io.github.clerkspring.security.servlet;

import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.util.Assert;

import io.github.clerkspring.security.authorization.ClerkAuthorization;

/**
 * Rule for paths that name an organization.
 *
 * <pre class="code">
 * requests.requestMatchers("/organizations/{organizationId}/**").access(OrganizationPath.variable("organizationId"))
 * </pre>
 */
public final class OrganizationPath {

	private OrganizationPath() {
	}

	/**
	 * Require that a variable of the path is the id of the active organization. Its slug
	 * is not accepted: after a change, another organization can have it while older
	 * tokens are valid.
	 * @param name the name of the variable; without it in the path, access is denied
	 * @return a rule
	 */
	public static AuthorizationManager<RequestAuthorizationContext> variable(String name) {
		Assert.hasText(name, "name must not be empty");
		return ClerkAuthorization.organization((context) -> context.getVariables().get(name));
	}

}
