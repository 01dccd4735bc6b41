package io.github.clerkspring.boot;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.util.ClassUtils;
import org.springframework.util.unit.DataSize;

/**
 * Failure analyzer for Clerk properties whose value cannot be converted to the required
 * type.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class ClerkBindFailureAnalyzer extends AbstractFailureAnalyzer<BindException> {

	private static final ConfigurationPropertyName PREFIX = ConfigurationPropertyName.of("clerk");

	private static final Map<Class<?>, String> REQUIREMENTS = Map.of(Duration.class,
			"The value must be a duration, such as 500ms, 5s or 1m.", DataSize.class,
			"The value must be a data size, such as 512KB or 8MB.", Boolean.class, "The value must be true or false.",
			Integer.class, "The value must be a whole number.");

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, BindException cause) {
		ConfigurationProperty property = cause.getProperty();
		if (property == null || !PREFIX.isAncestorOf(property.getName())) {
			return null;
		}
		Class<?> type = cause.getTarget().getType().resolve(Object.class);
		ClerkConfigurationException failure = InvalidValue.of(property.getName().toString(), property.getValue(),
				requirement(ClassUtils.resolvePrimitiveIfNecessary(type)));
		return new FailureAnalysis(failure.getMessage(), failure.action(), cause);
	}

	private static String requirement(Class<?> type) {
		return (type.isEnum()) ? "The value must be one of %s.".formatted(names(type))
				: REQUIREMENTS.getOrDefault(type, "The value must be a %s.".formatted(type.getSimpleName()));
	}

	private static String names(Class<?> type) {
		return Arrays.stream(type.getEnumConstants())
			.map((constant) -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-'))
			.collect(Collectors.joining(", "));
	}

}
