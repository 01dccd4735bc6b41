package io.github.clerkspring.security.authorization;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.authorization.AuthorizationResult;

import io.github.clerkspring.security.ClerkRequirement;
import io.github.clerkspring.security.ClerkSession;
import io.github.clerkspring.security.ClerkSession.Status;
import io.github.clerkspring.security.Entitlements;
import io.github.clerkspring.security.Reverification;
import io.github.clerkspring.security.Reverification.Level;

import static org.assertj.core.api.Assertions.assertThat;

class DeniedResponseTests {

	private static final String CHALLENGE = "Bearer error=\"insufficient_scope\", "
			+ "error_description=\"The request requires higher privileges than provided by the access token.\", "
			+ "error_uri=\"https://tools.ietf.org/html/rfc6750#section-3.1\"";

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "MULTI_FACTOR | 10 | \"strict_mfa\"", "SECOND_FACTOR | 10 | \"strict\"",
			"SECOND_FACTOR | 60 | \"moderate\"", "SECOND_FACTOR | 1440 | \"lax\"",
			"FIRST_FACTOR | 10 | {\"level\":\"first_factor\",\"afterMinutes\":10}",
			"SECOND_FACTOR | 11 | {\"level\":\"second_factor\",\"afterMinutes\":11}",
			"MULTI_FACTOR | 9223372036854775807 | {\"level\":\"multi_factor\",\"afterMinutes\":9223372036854775807}" })
	void reverificationIsClerksJson(Level level, long minutes, String value) {
		ClerkRequirement requirement = ClerkRequirement.create().reverification(new Reverification(level, minutes));
		for (String path : new String[] { null, "/path" }) {
			DeniedResponse response = DeniedResponse.of(denied(requirement), path);
			assertThat(response.status()).isEqualTo(HttpStatus.FORBIDDEN);
			assertThat(response.challenge()).isNull();
			assertThat(response.contentType()).isEqualTo(MediaType.APPLICATION_JSON);
			assertThat(response.body()).isEqualTo("{\"clerk_error\":{\"type\":\"forbidden\","
					+ "\"reason\":\"reverification-error\",\"metadata\":{\"reverification\":" + value + "}}}");
		}
	}

	@Test
	void otherDenialsAreChallenges() {
		for (AccessDeniedException exception : new AccessDeniedException[] { new AccessDeniedException("no"),
				new AuthorizationDeniedException("no"), denied(ClerkRequirement.create().role("admin")) }) {
			assertThat(DeniedResponse.of(exception, null))
				.isEqualTo(new DeniedResponse(HttpStatus.FORBIDDEN, CHALLENGE, null, ""));
		}
	}

	@Test
	void pendingSessionsAreNotAuthenticated() {
		DeniedResponse response = DeniedResponse.of(denied(ClerkRequirement.create().notPending()), null);
		assertThat(response.status()).isEqualTo(HttpStatus.UNAUTHORIZED);
		assertThat(response.challenge()).startsWith("Bearer error=\"invalid_token\"");
		assertThat(response.body()).isEmpty();
	}

	@Test
	void problemDetailsHaveStatusTitleAndPath() {
		DeniedResponse response = DeniedResponse.of(new AccessDeniedException("secret"), "/a%20b/c");
		assertThat(response)
			.isEqualTo(new DeniedResponse(HttpStatus.FORBIDDEN, CHALLENGE, MediaType.APPLICATION_PROBLEM_JSON,
					"{\"instance\":\"/a%20b/c\",\"status\":403,\"title\":\"Forbidden\"}"));
		assertThat(DeniedResponse.of(denied(ClerkRequirement.create().notPending()), "/a").body())
			.isEqualTo("{\"instance\":\"/a\",\"status\":401,\"title\":\"Unauthorized\"}");
	}

	@Test
	void challengesNameTheMetadata() {
		String url = "https://api.example.com/.well-known/oauth-protected-resource";
		for (ClerkRequirement requirement : new ClerkRequirement[] { ClerkRequirement.create().role("admin"),
				ClerkRequirement.create().notPending() }) {
			DeniedResponse response = DeniedResponse.of(denied(requirement), "/path");
			assertThat(response.withResourceMetadata(null)).isEqualTo(response);
			assertThat(response.withResourceMetadata(url)).isEqualTo(
					new DeniedResponse(response.status(), response.challenge() + ", resource_metadata=\"" + url + "\"",
							response.contentType(), response.body()));
		}
		DeniedResponse reverification = DeniedResponse
			.of(denied(ClerkRequirement.create().reverification(Reverification.STRICT)), null);
		assertThat(reverification.withResourceMetadata(url)).isEqualTo(reverification);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/a\"b", "/a\\b", "/a\u0001", "/a b", "/%zz" })
	void pathsThatAreNoUriAreLeftOut(String path) {
		assertThat(DeniedResponse.of(new AccessDeniedException("no"), path).body())
			.isEqualTo("{\"status\":403,\"title\":\"Forbidden\"}");
	}

	private static AuthorizationDeniedException denied(ClerkRequirement requirement) {
		ClerkSession session = new ClerkSession("user_1", "sess_1", Status.PENDING, null, Entitlements.NONE,
				Entitlements.NONE, null, null, java.util.List.of(), java.time.Instant.EPOCH, java.util.Map.of(),
				java.util.Set.of());
		@Nullable AuthorizationResult result = ClerkAuthorizationResult.of(new TestingAuthenticationToken(session, "n/a", "x"),
				requirement);
		return new AuthorizationDeniedException("denied", result);
	}

}
