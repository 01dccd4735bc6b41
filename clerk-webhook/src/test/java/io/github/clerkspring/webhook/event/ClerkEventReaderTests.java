package io.github.clerkspring.webhook.event;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ClerkEventReaderTests {

	private static final Instant SENT = Instant.parse("2026-11-01T12:00:00Z");

	private final ClerkEventReader reader = new ClerkEventReader();

	@Test
	void readsUser() {
		ClerkEvent event = read("""
				{"data": {"id": "user_1", "first_name": "Ada", "public_metadata": null, "new_field": {"a": 1}},
				 "event_attributes": {"http_request": {"client_ip": "192.0.2.1", "user_agent": "curl"}},
				 "instance_id": "ins_1", "object": "event", "timestamp": 1716883200123, "type": "user.created"}""");
		assertThat(event).isInstanceOfSatisfying(UserEvent.Created.class, (created) -> {
			assertThat(created.data().firstName()).isEqualTo("Ada");
			assertThat(created.data().publicMetadata()).isEmpty();
			assertThat(created.data().emailAddresses()).isEmpty();
		});
		assertThat(event.envelope()).isEqualTo(new EventEnvelope("msg_1", "user.created",
				Instant.ofEpochMilli(1716883200123L), "ins_1", "192.0.2.1", "curl"));
	}

	@ParameterizedTest
	@CsvSource({ "1716883200,2024-05-28T08:00:00Z", "1716883200000,2024-05-28T08:00:00Z",
			"99999999999,5138-11-16T09:46:39Z", "100000000001,1973-03-03T09:46:40.001Z" })
	void readsTimeInSecondsAndMilliseconds(long timestamp, Instant time) {
		assertThat(read("{\"type\":\"x\",\"timestamp\":" + timestamp + "}").time()).isEqualTo(time);
	}

	@ParameterizedTest
	@ValueSource(strings = { "null", "\"yesterday\"", "1.5", "[]", "1e400", "99999999999999999999999999", "0", "-1",
			"-62135596800000", "9223372036854775807", "-9223372036854775808", "253402300800000",
			"\"+1000000000-12-31T23:59:59Z\"" })
	void takesTimeOfSignatureWhenThereIsNoOther(String timestamp) {
		assertThat(read("{\"type\":\"x\",\"timestamp\":" + timestamp + "}").time()).isEqualTo(SENT);
	}

	@ParameterizedTest
	@ValueSource(strings = { "9223372036854775807", "-9223372036854775808", "253402300800000",
			"\"+10000-01-01T00:00:00Z\"", "\"-0001-01-01T00:00:00Z\"", "9223372036854775808", "1e400", "1.5", "true",
			"[]", "\"1716883200123\"", "\"private\"", "\"\"", "\"+1000000000-12-31T23:59:59Z\"" })
	void refusesTimesOfUpdatesThatCannotBeOrdered(String updatedAt) {
		for (String type : List.of("user.created", "user.updated", "organization.updated")) {
			assertThatExceptionOfType(UnreadableEventException.class).as(type)
				.isThrownBy(() -> read(event(type, "\"id\":\"x_1\",\"updated_at\":" + updatedAt)))
				.withMessageContaining("data.updated_at ")
				.withMessageNotContaining("private");
		}
	}

	@ParameterizedTest
	@CsvSource(nullValues = "null",
			value = { "null,null", "0,1970-01-01T00:00:00Z", "-1,1969-12-31T23:59:59Z",
					"-62135596800000,0001-01-01T00:00:00Z", "253402300799999,9999-12-31T23:59:59.999Z",
					"\"2024-05-28T08:00:00.123456789Z\",2024-05-28T08:00:00.123456789Z",
					"\"2024-05-28T10:00:00+02:00\",2024-05-28T08:00:00Z" })
	void readsTimesOfUpdates(String updatedAt, Instant time) {
		assertThat(read(event("user.updated", "\"id\":\"user_1\",\"updated_at\":" + updatedAt))).isInstanceOfSatisfying(
				UserEvent.Updated.class, (updated) -> assertThat(updated.data().updatedAt()).isEqualTo(time));
	}

	@Test
	void unknownTypesKeepTheirData() {
		ClerkEvent event = read("{\"type\":\"robot.created\",\"data\":{\"id\":\"r_1\",\"n\":[1,null]}}");
		assertThat(event).isInstanceOfSatisfying(UnknownEvent.class,
				(unknown) -> assertThat(unknown.data()).containsEntry("id", "r_1").containsKey("n"));
		assertThat(read("{\"type\":\"robot.created\"}").data()).isEqualTo(Map.of());
		assertThat(read("{\"type\":\"robot.created\",\"data\":[1]}").data()).isEqualTo(Map.of());
	}

	@Test
	void readsUserOfSession() {
		ClerkEvent event = read(
				"""
						{"type": "session.created", "data": {"id": "sess_1", "user_id": "user_1", "user": {"id": "user_1"}}}""");
		assertThat(event).isInstanceOfSatisfying(SessionEvent.Created.class, (created) -> {
			assertThat(created.data().id()).isEqualTo("sess_1");
			assertThat(created.user()).isNotNull();
		});
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"{\"id\":\"inv_1\",\"user_id\":\"user_1\",\"public_organization_data\":{\"id\":\"org_1\"}}",
			"{\"id\":\"inv_1\",\"user_id\":\"user_1\",\"data\":{\"public_organization_data\":{\"id\":\"org_1\"}}}" })
	void readsOrganizationOfInvitationAtBothPlaces(String data) {
		ClerkEvent event = read("{\"type\":\"organizationInvitation.accepted\",\"data\":" + data + "}");
		assertThat(event).isInstanceOfSatisfying(OrganizationInvitationEvent.Accepted.class, (accepted) -> {
			assertThat(accepted.userId()).isEqualTo("user_1");
			assertThat(accepted.data().publicOrganizationData()).isNotNull();
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "[]", "1", "null", "\"x\"", "{", "{}", "{\"type\":1}", "{\"type\":null}",
			"{\"type\":\"\"}", "{\"type\":\" \"}", "{\"type\":\"a\\u0000b\"}", "{\"type\":\"zo\u00eb\"}",
			"{\"type\":{}}", "{\"type\":\"user.created\"} {}", "{\"type\":\"user.created\"}x",
			"{\"type\":\"user.created\",\"type\":\"user.deleted\"}",
			"{\"type\":\"user.created\",\"data\":{\"id\":\"a\",\"id\":\"b\"}}", "{'type':'x'}",
			"\uFEFF{\"type\":\"x\"}" })
	void refusesWhatIsNoEvent(String body) {
		assertThatExceptionOfType(MalformedEventException.class).isThrownBy(() -> read(body));
	}

	@Test
	void refusesTypesThatAreTooLong() {
		assertThatExceptionOfType(MalformedEventException.class)
			.isThrownBy(() -> read("{\"type\":\"" + "x".repeat(101) + "\"}"));
	}

	@Test
	void refusesInvalidUtf8() {
		byte[] body = "{\"type\":\"x?\"}".getBytes(StandardCharsets.UTF_8);
		body[10] = (byte) 0xC3;
		assertThatExceptionOfType(MalformedEventException.class)
			.isThrownBy(() -> this.reader.read("msg_1", SENT, body));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ",\"data\":null", ",\"data\":[]", ",\"data\":\"private\"",
			",\"data\":{\"id\":{\"private\":1}}", ",\"data\":{\"banned\":\"private\"}",
			",\"data\":{\"create_organizations_limit\":99999999999}", ",\"data\":{\"created_at\":\"private\"}",
			",\"data\":{\"email_addresses\":[{\"id\":[\"private\"]}]}", ",\"data\":{\"created_at\":1e999999}" })
	void saysWhichFieldIsUnreadableWithoutItsValue(String data) {
		assertThatExceptionOfType(UnreadableEventException.class)
			.isThrownBy(() -> read("{\"type\":\"user.created\"" + data + "}"))
			.withMessageContaining("user.created msg_1")
			.withMessageContaining("data")
			.withMessageNotContaining("private")
			.withNoCause();
	}

	@Test
	void namesPathOfUnreadableField() {
		assertThatExceptionOfType(UnreadableEventException.class)
			.isThrownBy(() -> read("{\"type\":\"user.created\",\"data\":{\"email_addresses\":[{},{\"id\":[1]}]}}"))
			.withMessageContaining("data.email_addresses[1].id");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"id\":null}", "{\"id\":\"\"}", "{\"id\":\" \"}", "{\"id\":1}",
			"{\"id\":\"private\\u0000\"}", "{\"id\":\"private id\"}", "{\"id\":\"priväte\"}", "{\"object\":\"user\"}" })
	void refusesDataWithoutIdOfItsObject(String data) {
		for (String type : EventTypes.known()) {
			assertThatExceptionOfType(UnreadableEventException.class).as(type)
				.isThrownBy(() -> read("{\"type\":\"" + type + "\",\"data\":" + data + "}"))
				.withMessageContaining("data.id ")
				.withMessageNotContaining("private");
		}
	}

	@Test
	void refusesIdsThatAreTooLong() {
		assertThat(read(event("user.created", "\"id\":\"" + "u".repeat(255) + "\""))).isInstanceOf(UserEvent.class);
		assertThatExceptionOfType(UnreadableEventException.class)
			.isThrownBy(() -> read(event("user.created", "\"id\":\"" + "u".repeat(256) + "\"")));
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
			"organization":{"id":"org_1"}                  | .role
			"role":"org:admin"                             | .organization.id
			"role":"org:admin","organization":null         | .organization.id
			"role":"org:admin","organization":{"id":null}  | .organization.id
			""")
	void refusesMembershipsWithoutRoleOrOrganization(String data, String missing) {
		for (String type : List.of("organizationMembership.created", "organizationMembership.updated")) {
			assertThatExceptionOfType(UnreadableEventException.class).as(type)
				.isThrownBy(() -> read(event(type, "\"id\":\"orgmem_1\"," + data)))
				.withMessageContaining("data" + missing + " is missing or invalid");
		}
		assertThat(read(event("organizationMembership.deleted", "\"id\":\"orgmem_1\"," + data)))
			.isInstanceOf(OrganizationMembershipEvent.Deleted.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"\"", "\"private\\u0000\"", "\"pri vate\"" })
	void refusesMembershipsWithInvalidUser(String user) {
		assertThatExceptionOfType(UnreadableEventException.class)
			.isThrownBy(() -> read(event("organizationMembership.created",
					"\"id\":\"orgmem_1\",\"role\":\"org:admin\",\"organization\":{\"id\":\"org_1\"},"
							+ "\"public_user_data\":{\"user_id\":" + user + "}")))
			.withMessageContaining("data.public_user_data.user_id is missing or invalid")
			.withMessageNotContaining("private");
	}

	@Test
	void readsMembershipWithoutDataOfUserWhichIsOptional() {
		assertThat(read(event("organizationMembership.created",
				"\"id\":\"orgmem_1\",\"role\":\"org:admin\",\"organization\":{\"id\":\"org_1\"}")))
			.isInstanceOf(OrganizationMembershipEvent.Created.class);
	}

	@Test
	void readsAllThatMetadataCanHold() {
		String deep = "[".repeat(4096) + "]".repeat(4096);
		assertThat(user("{\"deep\":" + deep + "}")).isInstanceOf(UserEvent.Updated.class);
		String objects = "{\"a\":".repeat(1600) + "1" + "}".repeat(1600);
		assertThat(user(objects)).isInstanceOf(UserEvent.Updated.class);
		assertThat(user("{\"number\":" + "9".repeat(8000) + "}")).isInstanceOf(UserEvent.Updated.class);
		assertThat(user("{\"fraction\":0." + "9".repeat(8000) + "}")).isInstanceOf(UserEvent.Updated.class);
		assertThat(user("{\"huge\":1e999999999}")).isInstanceOf(UserEvent.Updated.class);
		assertThat(user("{\"" + "n".repeat(8000) + "\":1}")).isInstanceOf(UserEvent.Updated.class);
		for (String value : List.of(deep, objects, "9".repeat(8000), "1e999999999", "\"\\u0000\\ud800\"")) {
			assertThat(read("{\"type\":\"robot.created\",\"data\":{\"id\":\"r_1\",\"value\":" + value + "}}"))
				.isInstanceOf(UnknownEvent.class);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "[", "{\"a\":" })
	void refusesDepthBeyondAnyLimit(String open) {
		assertThatExceptionOfType(MalformedEventException.class)
			.isThrownBy(() -> read("{\"type\":\"user.updated\",\"data\":" + open.repeat(200_000)));
	}

	@Test
	@Timeout(60)
	void collidingNamesLeaveNothingBehind() {
		for (int round = 0; round < 60; round++) {
			assertThatCode(() -> user(collidingNames(12))).doesNotThrowAnyException();
		}
		assertThat(user("{\"plain\":1}")).isInstanceOf(UserEvent.Updated.class);
	}

	@Test
	void textOfEventsHasNoPersonalData() {
		assertThat(read("{\"type\":\"robot.created\",\"data\":{\"name\":\"private\"}}")).asString()
			.doesNotContain("private");
		assertThat(read("{\"type\":\"email.created\",\"data\":{\"id\":\"ema_1\",\"body\":\"private\"}}")).asString()
			.contains("ema_1")
			.doesNotContain("private");
		assertThat(read("{\"type\":\"sms.created\",\"data\":{\"id\":\"sms_1\",\"message\":\"private\"}}")).asString()
			.doesNotContain("private");
		assertThat(new EventEnvelope("msg_1", "x", SENT, null, "private", "private")).asString().isEqualTo("x msg_1");
	}

	private static String collidingNames(int bits) {
		StringBuilder names = new StringBuilder("{");
		for (int i = 0; i < 1 << bits; i++) {
			names.append((i == 0) ? "\"" : ",\"");
			for (int bit = 0; bit < bits; bit++) {
				names.append(((i >> bit & 1) == 0) ? "Aa" : "BB");
			}
			names.append("\":1");
		}
		return names.append('}').toString();
	}

	private static String event(String type, String data) {
		return "{\"type\":\"" + type + "\",\"data\":{" + data + "}}";
	}

	private ClerkEvent user(String unsafeMetadata) {
		return read(
				"{\"type\":\"user.updated\",\"data\":{\"id\":\"user_1\",\"unsafe_metadata\":" + unsafeMetadata + "}}");
	}

	private ClerkEvent read(String body) {
		return this.reader.read("msg_1", SENT, body.getBytes(StandardCharsets.UTF_8));
	}

}
