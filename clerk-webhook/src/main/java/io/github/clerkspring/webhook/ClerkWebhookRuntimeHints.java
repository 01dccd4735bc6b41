package io.github.clerkspring.webhook;

import java.util.Arrays;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.BindingReflectionHintsRegistrar;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

import io.github.clerkspring.webhook.event.ClerkEvent;

/**
 * Runtime hints for all events, their data and the scripts that create tables.
 */
class ClerkWebhookRuntimeHints implements RuntimeHintsRegistrar {

	private static final String SCRIPTS = "io/github/clerkspring/webhook/*/*.sql";

	private final BindingReflectionHintsRegistrar binding = new BindingReflectionHintsRegistrar();

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		hints.resources().registerPattern(SCRIPTS);
		events(ClerkEvent.class).forEach((event) -> this.binding.registerReflectionHints(hints.reflection(), event));
	}

	static Stream<Class<?>> events(Class<?> type) {
		return (type.isSealed())
				? Arrays.stream(type.getPermittedSubclasses()).flatMap(ClerkWebhookRuntimeHints::events)
				: Stream.of(type);
	}

}
