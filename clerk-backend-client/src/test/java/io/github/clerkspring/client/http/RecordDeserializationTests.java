package io.github.clerkspring.client.http;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Records, whose unknown properties are skipped and whose constructors are prepared. */
class RecordDeserializationTests {

	private final JsonMapper mapper = ClerkJsonMapper.create();

	@Test
	void skipsUnknownPropertiesAtEachPosition() {
		String unknown = "\"new\":{\"first_name\":[{\"id\":\"b\"}],\"id\":\"c\"}";
		Person person = new Person("a", 1, List.of("x"));
		for (String json : List.of("{%s,\"id\":\"a\",\"year_count\":1,\"names\":[\"x\"]}",
				"{\"id\":\"a\",%s,\"year_count\":1,\"names\":[\"x\"]}",
				"{\"id\":\"a\",\"year_count\":1,\"names\":[\"x\"],%s}")) {
			assertThat(this.mapper.readValue(json.formatted(unknown), Person.class)).isEqualTo(person);
		}
	}

	@Test
	void usesLastOfRepeatedProperties() {
		assertThat(this.mapper.readValue("{\"id\":\"a\",\"names\":[],\"year_count\":1,\"id\":\"b\"}", Person.class))
			.isEqualTo(new Person("b", 1, List.of()));
	}

	@Test
	void missingAndNullPrimitivesAreZero() {
		Person person = new Person("a", 0, List.of());
		assertThat(this.mapper.readValue("{\"id\":\"a\"}", Person.class)).isEqualTo(person);
		assertThat(this.mapper.readValue("{\"id\":\"a\",\"year_count\":null,\"names\":null}", Person.class))
			.isEqualTo(person);
	}

	@Test
	void keepsPropertiesOfAnySetter() {
		Labels labels = this.mapper.readValue("{\"id\":\"a\",\"color\":\"red\",\"sizes\":[1,2]}", Labels.class);
		assertThat(labels).isEqualTo(new Labels("a", Map.of("color", "red", "sizes", List.of(1, 2))));
	}

	@Test
	void describesExceptionOfConstructor() {
		assertThatExceptionOfType(ValueInstantiationException.class)
			.isThrownBy(() -> this.mapper.readValue("[{\"even\":2},{\"even\":3}]", Even[].class))
			.withMessageContaining("3 is odd")
			.withCauseInstanceOf(IllegalArgumentException.class)
			.satisfies((ex) -> assertThat(ex.getType().getRawClass()).isEqualTo(Even.class));
	}

	private record Person(String id, int yearCount, List<String> names) {

	}

	private record Labels(String id, @JsonAnySetter Map<String, @Nullable Object> labels) {

	}

	private record Even(int even) {

		private Even {
			if (even % 2 == 1) {
				throw new IllegalArgumentException(even + " is odd");
			}
		}

	}

}
