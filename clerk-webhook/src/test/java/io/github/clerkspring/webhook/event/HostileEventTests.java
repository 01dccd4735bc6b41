package io.github.clerkspring.webhook.event;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every field of every type of event with every kind of JSON value, at two levels: the
 * event is read, or it is unreadable, but there is no other failure.
 */
@Timeout(120)
class HostileEventTests {

	private static final List<String> VALUES = List.of("null", "true", "0", "-1", "1.5", "1e400", "-1e-400",
			"2147483648", "9223372036854775807", "-9223372036854775808", "9223372036854775808", "1" + "0".repeat(400),
			"\"\"", "\"h1dden\"", "\"1716883200123\"", "\"2024-05-28T08:00:00Z\"", "\"+1000000000-12-31T23:59:59Z\"",
			"\"-1000000000-01-01T00:00:00Z\"", "\"\\u0000\"", "\"\\ud800\"", "[]", "[null]", "[[]]", "[1]",
			"[{\"id\":null}]", "{}", "{\"\":1}", "{\"h1dden\":null}", "{\"a\\u0000\":[\"\\udc00\"]}");

	private final ClerkEventReader reader = new ClerkEventReader();

	private int unreadable;

	@Test
	void everyValueIsReadOrUnreadable() {
		int read = 0;
		for (String type : EventTypes.known()) {
			for (String field : fields(type)) {
				for (String value : VALUES) {
					read += read(type, field.formatted(value)) ? 1 : 0;
				}
			}
		}
		assertThat(read).isGreaterThan(5000);
		assertThat(this.unreadable).isGreaterThan(5000);
	}

	private boolean read(String type, String field) {
		String data = "{\"id\":\"id_1\",\"role\":\"r\",\"organization\":{\"id\":\"org_1\"}}";
		String name = field.substring(0, field.indexOf(':'));
		String members = data.contains(name) ? field + "," + data.substring(1).replace(name, "\"other\"")
				: field + "," + data.substring(1);
		String body = "{\"type\":\"" + type + "\",\"data\":{" + members + "}";
		try {
			ClerkEvent event = this.reader.read("msg_1", Instant.EPOCH, body.getBytes(StandardCharsets.UTF_8));
			assertThat(event.toString()).contains(type + " msg_1");
			return true;
		}
		catch (UnreadableEventException ex) {
			assertThat(ex).hasMessageContaining("data").hasMessageNotContaining("h1dden").hasNoCause();
			this.unreadable++;
			return false;
		}
	}

	private static Set<String> fields(String type) {
		Set<String> fields = new LinkedHashSet<>(List.of("\"id\":%s", "\"updated_at\":%s", "\"created_at\":%s"));
		for (RecordComponent component : components(dataType(type))) {
			String name = "\"" + snakeCase(component.getName()) + "\":";
			fields.add(name + "%s");
			for (RecordComponent nested : components(element(component.getGenericType()))) {
				String inner = "{\"" + snakeCase(nested.getName()) + "\":%s}";
				fields.add(name + ((component.getType() == List.class) ? "[" + inner + "]" : inner));
			}
		}
		return fields;
	}

	private static Type dataType(String type) {
		ClerkEvent event = new ClerkEventReader().read("msg_1", Instant.EPOCH,
				("{\"type\":\"" + type
						+ "\",\"data\":{\"id\":\"id_1\",\"role\":\"r\",\"organization\":{\"id\":\"o\"}}}")
					.getBytes(StandardCharsets.UTF_8));
		return event.data().getClass();
	}

	private static Type element(Type type) {
		return (type instanceof ParameterizedType generic && generic.getRawType() == List.class)
				? generic.getActualTypeArguments()[0] : type;
	}

	private static List<RecordComponent> components(Type type) {
		return (type instanceof Class<?> raw && raw.isRecord())
				? new ArrayList<>(Arrays.asList(raw.getRecordComponents())) : List.of();
	}

	private static String snakeCase(String name) {
		return Stream.of(name.split("(?=[A-Z])")).map(String::toLowerCase).reduce((a, b) -> a + "_" + b).orElse(name);
	}

}
