package io.github.clerkspring.boot.actuate;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Details of the actuator. Unknown values are omitted, and times are in ISO 8601 format
 * with whole seconds.
 */
final class Details {

	private final Map<String, Object> values = new LinkedHashMap<>();

	Details with(String name, @Nullable Object value) {
		if (value != null) {
			this.values.put(name, (value instanceof Number || value instanceof Boolean) ? value : value.toString());
		}
		return this;
	}

	Details withAge(String name, @Nullable Duration age) {
		return with(name, (age != null) ? age.truncatedTo(ChronoUnit.SECONDS) : null);
	}

	Map<String, Object> toMap() {
		return Collections.unmodifiableMap(this.values);
	}

}
