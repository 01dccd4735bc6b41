package io.github.clerkspring.security.servlet;

import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/**
 * Authentication of a request whose token is invalid and ignored, until
 * {@link IgnoredTokenFilter} removes it.
 */
final class IgnoredToken extends AnonymousAuthenticationToken {

	IgnoredToken() {
		super("clerk", "anonymousUser", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));
	}

}
