package io.github.clerkspring.client.contract;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;
import tools.jackson.databind.json.JsonMapper;

import io.github.clerkspring.client.http.ClerkJsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Answers as the specification describes them, and answers that it does not foresee, are
 * all read.
 */
@EnabledWithSpecification
class AnswersNeverBreakTests {

	private static final JsonMapper PLAIN = new JsonMapper();

	private static final JsonMapper MAPPER = ClerkJsonMapper.create();

	static Stream<Arguments> answers() {
		List<Arguments> answers = new ArrayList<>();
		records().forEach((type, schemas) -> schemas.stream()
			.flatMap((schema) -> schema.alternatives().stream())
			.forEach((schema) -> answers.add(Arguments.of(Named.of(ClassUtils.getShortName(type), type),
					Named.of(schema.toString(), new AnswerSamples().object(schema))))));
		return answers.stream();
	}

	@ParameterizedTest(name = "{0} from {1}")
	@MethodSource("answers")
	void readsEveryValue(Class<?> type, Map<String, @Nullable Object> answer) {
		assertThat(AnswerComparison.differences(read(type, answer), answer)).isEmpty();
	}

	@ParameterizedTest(name = "{0} from {1}")
	@MethodSource("answers")
	void readsAnswerWithoutAnyOneProperty(Class<?> type, Map<String, @Nullable Object> answer) {
		for (String name : answer.keySet()) {
			Map<String, @Nullable Object> less = new LinkedHashMap<>(answer);
			less.remove(name);
			assertCollectionsArePresent(read(type, less));
		}
		assertCollectionsArePresent(read(type, Map.of()));
	}

	@ParameterizedTest(name = "{0} from {1}")
	@MethodSource("answers")
	void readsAnswerWithAnyOnePropertyNull(Class<?> type, Map<String, @Nullable Object> answer) {
		Map<String, @Nullable Object> nothing = new LinkedHashMap<>();
		for (String name : answer.keySet()) {
			Map<String, @Nullable Object> changed = new LinkedHashMap<>(answer);
			changed.put(name, null);
			nothing.put(name, null);
			assertCollectionsArePresent(read(type, changed));
		}
		assertCollectionsArePresent(read(type, nothing));
	}

	@ParameterizedTest(name = "{0} from {1}")
	@MethodSource("answers")
	void readsAnswerWithUnknownProperties(Class<?> type, Map<String, @Nullable Object> answer) {
		Map<String, @Nullable Object> more = new LinkedHashMap<>();
		more.put("added_later", Map.of("deep", List.of(1, Map.of())));
		more.putAll(answer);
		more.put("added_at_the_end", null);
		assertThat(AnswerComparison.differences(read(type, more), answer)).isEmpty();
	}

	@ParameterizedTest(name = "{0} from {1}")
	@MethodSource("answers")
	void keepsUnknownValuesOfEnums(Class<?> type, Map<String, @Nullable Object> answer) {
		Map<String, @Nullable Object> changed = new LinkedHashMap<>(answer);
		for (RecordComponent component : type.getRecordComponents()) {
			if (Names.isOpenEnum(component.getType())) {
				changed.replace(Names.wireName(component), "added_later");
			}
		}
		assertThat(AnswerComparison.differences(read(type, changed), changed)).isEmpty();
	}

	@Test
	void readsPublishedExamples() {
		Map<String, Class<?>> types = new LinkedHashMap<>();
		records().forEach((type, schemas) -> schemas
			.forEach((schema) -> schema.names().forEach((name) -> types.putIfAbsent(name, type))));
		List<String> differences = new ArrayList<>();
		int read = 0;
		for (Map.Entry<String, Object> example : Specification.load().webhookExamples()) {
			Class<?> type = types.get(example.getKey());
			if (type != null) {
				Map<String, @Nullable Object> answer = Specification.map(example.getValue());
				differences.addAll(AnswerComparison.differences(read(type, answer), answer));
				read++;
			}
		}
		assertThat(differences).isEmpty();
		assertThat(read).isPositive();
	}

	private static Map<Class<?>, List<SpecSchema>> records() {
		return new ContractRun(Specification.load(), Map.of()).answers().records();
	}

	private static Object read(Class<?> type, Map<String, @Nullable Object> answer) {
		return MAPPER.readValue(PLAIN.writeValueAsString(answer), type);
	}

	private static void assertCollectionsArePresent(Object answer) {
		for (RecordComponent component : answer.getClass().getRecordComponents()) {
			if (List.class == component.getType() || Map.class == component.getType()) {
				assertThat(ReflectionUtils.invokeMethod(component.getAccessor(), answer)).as(component.getName())
					.isNotNull();
			}
		}
	}

}
