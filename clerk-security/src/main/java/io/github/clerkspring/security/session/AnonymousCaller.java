package io.github.clerkspring.security.session;

import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;

/**
 * What a caller with a bad token is on lenient paths. Each web stack uses it; it is not
 * meant for applications.
 */
public final class AnonymousCaller {

	private AnonymousCaller() {
	}

	/**
	 * Return an authentication that Spring Security takes for anonymous.
	 * @return an authentication
	 */
	public static Authentication authentication() {
		return new AnonymousAuthenticationToken("clerk", "anonymousUser",
				AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));
	}

}
