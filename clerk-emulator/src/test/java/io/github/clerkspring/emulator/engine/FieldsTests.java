package io.github.clerkspring.emulator.engine;

import java.time.Clock;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Relations;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Shape;
import io.github.clerkspring.emulator.store.Store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Tests for {@link Fields}.
 */
class FieldsTests {

	private static final Shape THING = Shape.of("thing", "thg").nullable("name").indexed("name").build();

	private static final Fields VALUES = Fields.none()
		.nullable(FieldType.STRING, "name", "code", "color")
		.nullable(FieldType.INTEGER, "age")
		.nullable(FieldType.NUMBER, "seconds")
		.nullable(FieldType.STRINGS, "tags")
		.notBlank("name")
		.length(2, 4, "code")
		.oneOf("color", "red", "blue")
		.range(1, 9, "age", "seconds")
		.matching(Pattern.compile("[a-z]+"), "lowercase letters", "tags")
		.size(2, "tags");

	private static final Fields STORED = Fields.none()
		.nullable(FieldType.STRING, "name")
		.nullable(FieldType.STRINGS, "things")
		.unique(THING, "name")
		.reference(THING, "things");

	private final Store store = new Store(Clock.systemUTC(), new Relations());

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "form_param_value_invalid | {'name': ' '}", "form_param_min_length_exceeded | {'code': 'x'}",
					"form_param_max_length_exceeded | {'code': '12345'}",
					"form_param_value_invalid | {'color': 'green'}", "form_param_value_invalid | {'age': 0}",
					"form_param_value_invalid | {'age': 10}", "form_param_value_invalid | {'seconds': 9.5e3}",
					"form_param_type_invalid | {'age': 1.5}", "form_param_type_invalid | {'age': 99999999999999999999}",
					"form_param_type_invalid | {'seconds': 1e300}", "form_param_format_invalid | {'tags': ['a', 'B']}",
					"form_param_array_size_exceeded | {'tags': ['a', 'b', 'c']}", "form_param_unknown | {'other': 1}" },
			quoteCharacter = '"')
	void refusesValueThatBreaksRule(String code, String body) {
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> VALUES.check(read(body)))
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo(code));
	}

	@Test
	void acceptsNullAndValuesWithinTheRules() {
		assertThatNoException().isThrownBy(() -> {
			VALUES.check(read("{'name': null, 'code': null, 'color': null, 'age': null, 'tags': null}"));
			VALUES.check(read("{'name': 'a', 'code': '12', 'color': 'red', 'age': 9, 'seconds': 1.5, 'tags': ['a']}"));
		});
	}

	@Test
	void comparesWithWhatIsStored() {
		Resource thing = this.store.transaction((tx) -> tx.create(THING, (draft) -> draft.set("name", "one")));
		check("{'name': 'two', 'things': ['" + thing.id() + "']}", null);
		check("{'name': 'one'}", thing);
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> check("{'name': 'one'}", null))
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo("form_identifier_exists"));
		assertThatExceptionOfType(ApiException.class)
			.isThrownBy(() -> check("{'things': ['" + thing.id() + "', 'thg_no']}", null))
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo("form_resource_not_found"));
	}

	@Test
	void cannotSkipRulesOfTheStore() {
		assertThatIllegalStateException().isThrownBy(() -> STORED.check(read("{}")));
	}

	private void check(String body, @Nullable Resource owner) {
		this.store.run((tx) -> STORED.check(tx, read(body), owner));
	}

	private static ObjectNode read(String body) {
		return (ObjectNode) JsonMapper.shared().readTree(body.replace('\'', '"'));
	}

}
