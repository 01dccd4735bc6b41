package io.github.clerkspring.client.contract;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.util.ReflectionUtils;

import io.github.clerkspring.client.core.Secret;

/**
 * Compares what was read with the JSON that it was read from.
 */
final class AnswerComparison {

	/**
	 * What stands for null and for what is absent.
	 */
	private static final Set<Object> EMPTY = Set.of(List.of(), Map.of(), false, 0, 0L);

	private final List<String> differences = new ArrayList<>();

	private AnswerComparison() {
	}

	static List<String> differences(Object answer, @Nullable Object json) {
		AnswerComparison comparison = new AnswerComparison();
		comparison.compare(answer.getClass().getSimpleName(), answer, json);
		return comparison.differences;
	}

	private void compare(String where, @Nullable Object answer, @Nullable Object json) {
		if (answer instanceof Record wrapper && (Names.isOpenEnum(answer.getClass()) || answer instanceof Secret)) {
			compare(where, Names.valueOf(wrapper), json);
		}
		else if (answer instanceof Record && json instanceof Map<?, ?> map) {
			for (RecordComponent component : answer.getClass().getRecordComponents()) {
				compare(where + "." + component.getName(),
						ReflectionUtils.invokeMethod(component.getAccessor(), answer),
						map.get(Names.wireName(component)));
			}
		}
		else if (answer instanceof List<?> items && json instanceof List<?> list && items.size() == list.size()) {
			for (int i = 0; i < list.size(); i++) {
				compare(where + "[" + i + "]", items.get(i), list.get(i));
			}
		}
		else if (answer instanceof Map<?, ?> map && json instanceof Map<?, ?> object && map.size() == object.size()) {
			object.forEach((key, value) -> compare(where + "." + key, map.get(key), value));
		}
		else if (!isSame(answer, json)) {
			this.differences.add(where + " is " + answer + ", should be " + json);
		}
	}

	private static boolean isSame(@Nullable Object answer, @Nullable Object json) {
		if (json == null) {
			return answer == null || EMPTY.contains(answer);
		}
		if (answer instanceof Instant instant) {
			return instant.toString().equals(json)
					|| (json instanceof Number number && (instant.toEpochMilli() == number.longValue()
							|| instant.getEpochSecond() == number.longValue()));
		}
		if (answer instanceof Number && json instanceof Number) {
			return new BigDecimal(answer.toString()).compareTo(new BigDecimal(json.toString())) == 0;
		}
		return json.equals(answer);
	}

}
