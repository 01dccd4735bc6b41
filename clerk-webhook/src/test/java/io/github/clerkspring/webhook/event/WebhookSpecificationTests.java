package io.github.clerkspring.webhook.event;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The types and the examples of Clerk's webhook specification.
 */
class WebhookSpecificationTests {

	/** Properties that are read elsewhere, or not at all. */
	private static final Set<String> NOT_IN_RECORDS = Set.of("object", "created_at_ms");

	private static final String REQUIRED_DATA = """
			{"id":"id_1","role":"org:admin","organization":{"id":"org_1"},"public_user_data":{"user_id":"user_1"}}""";

	private final ClerkEventReader reader = new ClerkEventReader();

	private WebhookSpecification specification;

	@BeforeEach
	void load() {
		this.specification = WebhookSpecification.load();
	}

	@Test
	void allTypesAreKnown() {
		assertThat(EventTypes.known()).containsAll(this.specification.types()).contains("subscriptionItem.created");
		assertThat(EventTypes.known()).hasSize(this.specification.types().size() + 1);
	}

	@Test
	void allExamplesAreRead() {
		for (String type : this.specification.types()) {
			List<Object> examples = this.specification.examples(type);
			assertThat(examples).as(type).isNotEmpty();
			for (Object example : examples) {
				byte[] body = JsonMapper.shared().writeValueAsBytes(example);
				ClerkEvent event = this.reader.read("msg_1", Instant.EPOCH, body);
				assertThat(event).as(type).isNotInstanceOf(UnknownEvent.class);
				assertThat(event.type()).isEqualTo(type);
				assertThat(event.time()).as(type).isEqualTo(Instant.ofEpochSecond(1716883200));
				assertThat(event.envelope().instanceId()).as(type).startsWith("ins_");
				assertThat(id(event.data())).as(type).isNotNull();
			}
		}
	}

	@Test
	void everyPropertyOfTheDataIsRead() {
		Set<String> missing = new TreeSet<>();
		for (String type : this.specification.types()) {
			Set<String> components = components(type);
			this.specification.dataProperties(type)
				.stream()
				.filter((property) -> !components.contains(property) && !NOT_IN_RECORDS.contains(property))
				.forEach((property) -> missing.add(type + " " + property));
		}
		// Where the organization of an invitation is read from
		assertThat(missing).containsExactly("organizationInvitation.accepted data",
				"organizationInvitation.created data", "organizationInvitation.revoked data");
	}

	private static Set<String> components(String type) {
		Set<String> names = new LinkedHashSet<>();
		Class<?> event = new ClerkEventReader()
			.read("msg_1", Instant.EPOCH, ("{\"type\":\"" + type + "\",\"data\":" + REQUIRED_DATA + "}").getBytes())
			.getClass();
		for (RecordComponent component : event.getRecordComponents()) {
			names.add(snakeCase(component.getName()));
			if (component.getName().equals("data")) {
				Stream.of(component.getType().getRecordComponents())
					.forEach((one) -> names.add(snakeCase(one.getName())));
			}
		}
		names.remove("data");
		if (Arrays.stream(event.getRecordComponents())
			.anyMatch((one) -> one.getType() == EmailMessage.class || one.getType() == SmsMessage.class)) {
			names.add("data");
		}
		return names;
	}

	private static String snakeCase(String name) {
		return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
	}

	private static Object id(Object data) {
		try {
			return data.getClass().getMethod("id").invoke(data);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
