package io.github.clerkspring.webhook;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.core.io.support.SpringFactoriesLoader;

import io.github.clerkspring.webhook.event.ClerkEvent;
import io.github.clerkspring.webhook.event.EventTypes;

import static org.assertj.core.api.Assertions.assertThat;

class ClerkWebhookRuntimeHintsTests {

	private static final RuntimeHints HINTS = new RuntimeHints();

	@BeforeAll
	static void register() throws IOException {
		List<RuntimeHintsRegistrar> registrars = SpringFactoriesLoader
			.forResourceLocation("META-INF/spring/aot.factories")
			.load(RuntimeHintsRegistrar.class);
		assertThat(registrars).hasAtLeastOneElementOfType(ClerkWebhookRuntimeHints.class);
		new ClerkWebhookRuntimeHints().registerHints(HINTS, ClerkWebhookRuntimeHints.class.getClassLoader());
	}

	static Stream<Class<?>> types() {
		return ClerkWebhookRuntimeHints.events(ClerkEvent.class)
			.flatMap((event) -> Stream.concat(Stream.of(event),
					Arrays.stream(event.getRecordComponents()).map(RecordComponent::getType)))
			.filter(Class::isRecord)
			.distinct();
	}

	@Test
	void everyEventIsFound() {
		assertThat(ClerkWebhookRuntimeHints.events(ClerkEvent.class)).hasSize(EventTypes.known().size() + 1);
	}

	@ParameterizedTest
	@MethodSource("types")
	void everyEventAndItsDataCanBeReadAndWritten(Class<?> type) {
		assertThat(RuntimeHintsPredicates.reflection()
			.onType(type)
			.withMemberCategory(MemberCategory.INVOKE_DECLARED_CONSTRUCTORS)).accepts(HINTS);
		assertThat(type.getRecordComponents()).allSatisfy((component) -> assertThat(
				RuntimeHintsPredicates.reflection().onMethodInvocation(component.getAccessor()))
			.accepts(HINTS));
	}

	@ParameterizedTest
	@ValueSource(strings = { "h2", "mariadb", "mysql", "postgresql" })
	void scriptsAreIncluded(String platform) {
		assertThat(RuntimeHintsPredicates.resource()
			.forResource("io/github/clerkspring/webhook/inbox/schema-" + platform + ".sql")).accepts(HINTS);
	}

}
