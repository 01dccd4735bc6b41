package io.github.clerkspring.security.session;

import java.util.Map;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import io.github.clerkspring.client.http.UntrustedJson;
import io.github.clerkspring.security.ClerkSession;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Any claims become a session.
 */
class ClaimsFuzzTests {

	private static final SessionReader READER = new SessionReader();

	private static final JsonMapper MAPPER = JsonMapper.builder(UntrustedJson.factory(16_384).build())
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.build();

	@MethodSource("io.github.clerkspring.security.attack.FuzzSeeds#payloads")
	@FuzzTest
	void claimsReader(byte[] data) {
		Map<String, Object> claims;
		try {
			claims = MAPPER.readValue(data, new TypeReference<Map<String, Object>>() {
			});
		}
		catch (JacksonException ex) {
			return;
		}
		if (claims != null) {
			ClerkSession session = READER.read("user_1", "sess_1", null, claims);
			assertThat(ClerkAuthoritiesMapper.withDefaults().map(session)).isNotNull();
			assertThat(session.toString()).isNotEmpty();
		}
	}

	@FuzzTest
	void permissions(FuzzedDataProvider data) {
		new PermissionDecoder().decode(ScopedNames.read(data.consumeString(200)).elements(), data.consumeString(200),
				data.consumeRemainingAsString());
	}

}
