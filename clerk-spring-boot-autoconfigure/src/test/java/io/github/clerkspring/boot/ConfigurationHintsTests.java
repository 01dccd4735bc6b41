package io.github.clerkspring.boot;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.github.clerkspring.boot.security.AcceptedTokens;
import io.github.clerkspring.security.ClerkTokenType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Completion of values in an IDE, which reads enumerations from their types, and other
 * values from the hints of the metadata.
 */
class ConfigurationHintsTests {

	private static final Map<String, JsonNode> properties = read("properties");

	private static final Map<String, JsonNode> hints = read("hints");

	@Test
	void hintsAreForExistingProperties() {
		assertThat(properties).containsKeys("clerk.secret-key", "clerk.webhook.mode");
		assertThat(properties.keySet()).containsAll(hints.keySet());
	}

	@Test
	void enumerationsCanBeRead() {
		List<JsonNode> enumerations = properties.values()
			.stream()
			.filter((property) -> property.get("name").asString().startsWith("clerk.") && type(property).isEnum())
			.toList();
		assertThat(enumerations).extracting((property) -> property.get("name").asString())
			.contains("clerk.machine.tokens.format", "clerk.sync.mode", "clerk.webhook.inbox", "clerk.webhook.mode",
					"clerk.webhook.jdbc.initialize-schema");
		for (JsonNode property : enumerations) {
			Class<?> type = type(property);
			assertThat(Modifier.isPublic(type.getModifiers())).as(type.getName()).isTrue();
			assertThat(Arrays.stream(type.getEnumConstants())
				.map((constant) -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-')))
				.as(property.get("name").asString())
				.contains(property.get("defaultValue").asString());
		}
	}

	@Test
	void versionsBeginWithThatOfTheClient() {
		assertThat(values("clerk.client.api-version")).first()
			.isEqualTo(properties.get("clerk.client.api-version").get("defaultValue").asString());
	}

	@Test
	void acceptedTokensAreAllTypes() {
		assertThat(values("clerk.accepted-tokens")).hasSameSizeAs(ClerkTokenType.values());
		assertThat(AcceptedTokens.of(bind("clerk.accepted-tokens", String.join(",", values("clerk.accepted-tokens")))))
			.containsExactlyInAnyOrder(ClerkTokenType.values());
	}

	@Test
	void hintedValuesAreAllowed() {
		for (String name : hints.keySet()) {
			for (String value : values(name)) {
				assertThat(bind(name, value).enabled()).as(name + "=" + value).isTrue();
			}
		}
		assertThat(bind("clerk.oauth.scopes", String.join(",", values("clerk.oauth.scopes"))).oauth().scopes())
			.contains("profile", "user:org:read");
	}

	private static ClerkProperties bind(String name, String value) {
		return new Binder(new MapConfigurationPropertySource(Map.of(name, value))).bindOrCreate("clerk",
				ClerkProperties.class);
	}

	private static List<String> values(String name) {
		JsonNode values = hints.get(name).path("values");
		return values.valueStream().map((value) -> value.get("value").asString()).toList();
	}

	private static Class<?> type(JsonNode property) {
		String type = property.get("type").asString();
		return ClassUtils.resolveClassName(type.contains("<") ? type.substring(0, type.indexOf('<')) : type, null);
	}

	private static Map<String, JsonNode> read(String part) {
		try (InputStream metadata = ClerkProperties.class.getClassLoader()
			.getResourceAsStream("META-INF/spring-configuration-metadata.json")) {
			JsonNode document = JsonMapper.shared().readTree(metadata);
			return document.get(part)
				.valueStream()
				.collect(Collectors.toMap((node) -> node.get("name").asString(), Function.identity()));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
