package io.github.clerkspring.security.authorization;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.BearerTokenErrors;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

import io.github.clerkspring.security.ClerkRequirement.Reason;
import io.github.clerkspring.security.ClerkRequirement.Refusal;
import io.github.clerkspring.security.Reverification;
import io.github.clerkspring.security.web.BearerChallenge;

/**
 * Response to a denied request, used by both web stacks. Not intended for applications.
 *
 * @param status the status of the response
 * @param challenge the value of the {@code WWW-Authenticate} header, if present
 * @param contentType the content type of the body, if present
 * @param body the body, empty if absent
 */
public record DeniedResponse(HttpStatus status, @Nullable String challenge, @Nullable MediaType contentType,
		String body) {

	private static final Map<Reverification, String> PRESETS = Map.of(Reverification.STRICT_MFA, "strict_mfa",
			Reverification.STRICT, "strict", Reverification.MODERATE, "moderate", Reverification.LAX, "lax");

	private static final String MISSING_PRIVILEGES = "The request requires higher privileges than provided by the "
			+ "access token.";

	/**
	 * Return the response to a request.
	 * @param exception the reason of the denial
	 * @param path the path of the request for problem details of RFC 9457, or
	 * {@code null} to respond without them
	 * @return the response
	 */
	public static DeniedResponse of(AccessDeniedException exception, @Nullable String path) {
		ClerkAuthorizationResult result = result(exception);
		Refusal refusal = (result != null) ? result.refusal() : null;
		if (refusal != null && refusal.reverification() != null) {
			return new DeniedResponse(HttpStatus.FORBIDDEN, null, MediaType.APPLICATION_JSON,
					reverification(refusal.reverification()));
		}
		if (refusal != null && refusal.reason() == Reason.PENDING) {
			// Same response as without acceptance of pending sessions
			return of(new InvalidBearerTokenException("The token is not valid"), path);
		}
		String scope = (result != null) ? result.missingScope() : null;
		return of(new OAuth2AuthenticationException(BearerTokenErrors.insufficientScope(MISSING_PRIVILEGES, scope)),
				path);
	}

	/**
	 * Add the location of the metadata of the resource (RFC 9728) to the challenge.
	 * @param metadataUrl the URL, or {@code null} if there is no metadata
	 * @return a response; this one if it has no challenge
	 */
	public DeniedResponse withResourceMetadata(@Nullable String metadataUrl) {
		return (this.challenge != null) ? new DeniedResponse(this.status,
				new BearerChallenge(this.status, this.challenge).withResourceMetadata(metadataUrl).header(),
				this.contentType, this.body) : this;
	}

	private static @Nullable ClerkAuthorizationResult result(AccessDeniedException exception) {
		return (exception instanceof AuthorizationDeniedException denied
				&& denied.getAuthorizationResult() instanceof ClerkAuthorizationResult result) ? result : null;
	}

	private static DeniedResponse of(OAuth2AuthenticationException error, @Nullable String path) {
		BearerChallenge challenge = BearerChallenge.of(error);
		return (path != null)
				? new DeniedResponse(challenge.status(), challenge.header(), MediaType.APPLICATION_PROBLEM_JSON,
						problem(challenge.status(), path))
				: new DeniedResponse(challenge.status(), challenge.header(), null, "");
	}

	// Format in which Clerk's front end expects it to start the verification
	private static String reverification(Reverification reverification) {
		String preset = PRESETS.get(reverification);
		String value = (preset != null) ? '"' + preset + '"' : "{\"level\":\"%s\",\"afterMinutes\":%d}"
			.formatted(reverification.level().name().toLowerCase(Locale.ROOT), reverification.minutes());
		return "{\"clerk_error\":{\"type\":\"forbidden\",\"reason\":\"reverification-error\","
				+ "\"metadata\":{\"reverification\":" + value + "}}}";
	}

	private static String problem(HttpStatus status, String path) {
		return "{%s\"status\":%d,\"title\":\"%s\"}".formatted(instance(path), status.value(), status.getReasonPhrase());
	}

	// A URI has no character that JSON escapes
	private static String instance(String path) {
		try {
			return "\"instance\":\"" + new URI(path) + "\",";
		}
		catch (URISyntaxException ex) {
			return "";
		}
	}

}
