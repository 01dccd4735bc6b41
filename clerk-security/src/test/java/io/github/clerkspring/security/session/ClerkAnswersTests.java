package io.github.clerkspring.security.session;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.oauth2.jwt.Jwt;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import io.github.clerkspring.security.ClerkRequirement;
import io.github.clerkspring.security.ClerkSession;
import io.github.clerkspring.security.Reverification;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares {@link ClerkSession#has} with recorded answers of Clerk's own library about
 * the same claims. {@code .ci/authorization-answers.mjs} records them.
 */
class ClerkAnswersTests {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.build();

	private static final Map<String, Reverification> PRESETS = Map.of("strict_mfa", Reverification.STRICT_MFA, "strict",
			Reverification.STRICT, "moderate", Reverification.MODERATE, "lax", Reverification.LAX);

	private final ClerkSessionConverter converter = new ClerkSessionConverter(ClerkAuthoritiesMapper.withDefaults());

	private int granted;

	@Test
	void grantsNothingThatClerkDoesNotGrant() throws IOException {
		for (String line : lines()) {
			Map<?, ?> token = MAPPER.readValue(line, Map.class);
			check(Boolean.TRUE.equals(token.get("odd")), map(token.get("claims")), (List<?>) token.get("asked"));
		}
		assertThat(this.granted).isGreaterThan(100);
	}

	private static List<String> lines() throws IOException {
		ClassPathResource resource = new ClassPathResource("authorization-answers.jsonl", ClerkAnswersTests.class);
		try (BufferedReader reader = new BufferedReader(
				new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8))) {
			return reader.lines().toList();
		}
	}

	private void check(boolean odd, Map<String, Object> claims, List<?> asked) {
		ClerkSession session = this.converter
			.convert(new Jwt("token", null, Instant.EPOCH, Map.of("alg", "RS256"), claims));
		for (Object one : asked) {
			List<?> entry = (List<?>) one;
			boolean answer = has(session, map(entry.get(0)));
			if (answer) {
				this.granted++;
			}
			// Claims that Clerk never writes may be read more strictly here
			if (answer || !odd) {
				assertThat(answer).as(claims + " " + entry).isEqualTo(entry.get(1));
			}
		}
	}

	private static boolean has(ClerkSession session, Map<String, Object> question) {
		try {
			return session.has(requirement(question));
		}
		catch (IllegalArgumentException ex) {
			// A requirement that cannot be built is never met
			return false;
		}
	}

	private static ClerkRequirement requirement(Map<String, Object> question) {
		ClerkRequirement requirement = ClerkRequirement.create();
		for (Map.Entry<String, Object> asked : question.entrySet()) {
			requirement = switch (asked.getKey()) {
				case "role" -> requirement.role((String) asked.getValue());
				case "permission" -> requirement.permission((String) asked.getValue());
				case "feature" -> requirement.feature((String) asked.getValue());
				case "plan" -> requirement.plan((String) asked.getValue());
				default -> requirement.reverification(reverification(asked.getValue()));
			};
		}
		return requirement;
	}

	private static @Nullable Reverification reverification(@Nullable Object value) {
		if (value instanceof Map<?, ?> settings) {
			return new Reverification(
					Reverification.Level
						.valueOf(String.valueOf(settings.get("level")).toUpperCase(java.util.Locale.ROOT)),
					((Number) settings.get("afterMinutes")).longValue());
		}
		return (value != null) ? PRESETS.get(value) : null;
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> map(@Nullable Object value) {
		return (Map<String, Object>) value;
	}

}
