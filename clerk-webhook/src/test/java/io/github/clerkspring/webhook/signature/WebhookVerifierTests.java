package io.github.clerkspring.webhook.signature;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.svix.Webhook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.clerkspring.webhook.SignedRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WebhookVerifierTests {

	private static final Instant NOW = Instant.parse("2026-11-01T12:00:00.900Z");

	private static final String BODY = "{\"type\":\"user.created\",\"data\":{\"first_name\":\"Zoë 🎈\"}}";

	private static final String ID = "msg_2KWPBgLlAfxdpx2AI54pPJ85f4W";

	private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);

	private final WebhookVerifier verifier = new WebhookVerifier(List.of(WebhookSecret.valueOf(SignedRequest.SECRET)),
			this.clock);

	private final Map<String, List<String>> headers = SignedRequest.headers("svix-", SignedRequest.SECRET, ID, NOW,
			BODY);

	@Test
	void acceptsWhatSvixSigned() {
		assertThatCode(() -> verify(this.headers, BODY)).doesNotThrowAnyException();
	}

	@Test
	void acceptsWhatStandardWebhooksSigned() throws Exception {
		String signature = new com.standardwebhooks.Webhook(SignedRequest.SECRET).sign(ID, NOW.getEpochSecond(), BODY);
		Map<String, List<String>> standard = Map.of("webhook-id", List.of(ID), "webhook-timestamp",
				List.of(Long.toString(NOW.getEpochSecond())), "webhook-signature", List.of(signature));
		assertThatCode(() -> verify(standard, BODY)).doesNotThrowAnyException();
	}

	@Test
	void signsWhatBothLibrariesAccept() {
		Instant now = Instant.now();
		String signature = "v1," + WebhookSecret.valueOf(SignedRequest.SECRET)
			.sign((ID + "." + now.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8), SignedRequest.bytes(BODY));
		Map<String, List<String>> svix = Map.of("svix-id", List.of(ID), "svix-timestamp",
				List.of(Long.toString(now.getEpochSecond())), "svix-signature", List.of(signature));
		assertThatCode(() -> new Webhook(SignedRequest.SECRET).verify(BODY, HttpHeaders.of(svix, (n, v) -> true).map()))
			.doesNotThrowAnyException();
		Map<String, List<String>> standard = Map.of("webhook-id", List.of(ID), "webhook-timestamp",
				List.of(Long.toString(now.getEpochSecond())), "webhook-signature", List.of(signature));
		assertThatCode(() -> new com.standardwebhooks.Webhook(SignedRequest.SECRET).verify(BODY, standard))
			.doesNotThrowAnyException();
	}

	@ParameterizedTest
	@CsvSource({ "-300,", "300,", "-301,TOO_OLD", "301,TOO_NEW" })
	void toleratesFiveMinutes(long seconds, @Nullable WebhookRejection rejection) {
		Map<String, List<String>> other = SignedRequest.headers("svix-", SignedRequest.SECRET, ID,
				NOW.plusSeconds(seconds), BODY);
		if (rejection == null) {
			assertThatCode(() -> verify(other, BODY)).doesNotThrowAnyException();
		}
		else {
			rejects(rejection, other, BODY);
		}
	}

	@Test
	void acceptsAnySecretDuringRotation() {
		WebhookVerifier both = new WebhookVerifier(
				List.of(WebhookSecret.valueOf(SignedRequest.OTHER_SECRET), WebhookSecret.valueOf(SignedRequest.SECRET)),
				this.clock);
		both.verify(WebhookHeaders.from(this.headers::get), SignedRequest.bytes(BODY));
		WebhookVerifier other = new WebhookVerifier(List.of(WebhookSecret.valueOf(SignedRequest.OTHER_SECRET)),
				this.clock);
		assertThatExceptionOfType(InvalidWebhookException.class)
			.isThrownBy(() -> other.verify(WebhookHeaders.from(this.headers::get), SignedRequest.bytes(BODY)));
	}

	@Test
	void acceptsOneOfSeveralSignatures() {
		String good = this.headers.get("svix-signature").get(0);
		verify(with("svix-signature", "v1a,AAAA v1,AAAA v2," + good.substring(3) + " " + good), BODY);
		rejects(WebhookRejection.NO_MATCHING_SIGNATURE, with("svix-signature", "v1a," + good.substring(3)), BODY);
		rejects(WebhookRejection.NO_MATCHING_SIGNATURE, with("svix-signature", good + ",more"), BODY);
		rejects(WebhookRejection.NO_MATCHING_SIGNATURE, with("svix-signature", good.substring(3)), BODY);
		rejects(WebhookRejection.NO_MATCHING_SIGNATURE, with("svix-signature", good.replace("=", "")), BODY);
		rejects(WebhookRejection.NO_MATCHING_SIGNATURE, with("svix-signature", ""), BODY);
		rejects(WebhookRejection.NO_MATCHING_SIGNATURE, with("svix-signature", "v1,"), BODY);
	}

	@Test
	void refusesAlteredBodies() {
		rejects(WebhookRejection.NO_MATCHING_SIGNATURE, this.headers, BODY.substring(1));
		rejects(WebhookRejection.NO_MATCHING_SIGNATURE, this.headers, BODY + " ");
		rejects(WebhookRejection.NO_MATCHING_SIGNATURE, this.headers, "");
	}

	@Test
	void coversExactBytes() {
		byte[] body = { '{', (byte) 0xC3, (byte) 0x28, '}' };
		String prefix = ID + "." + NOW.getEpochSecond() + ".";
		String signature = WebhookSecret.valueOf(SignedRequest.SECRET)
			.sign(prefix.getBytes(StandardCharsets.UTF_8), body);
		this.verifier.verify(WebhookHeaders.from(with("svix-signature", "v1," + signature)::get), body);
		byte[] replaced = new String(body, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
		assertThat(Arrays.equals(body, replaced)).isFalse();
		assertThatExceptionOfType(InvalidWebhookException.class).isThrownBy(() -> this.verifier
			.verify(WebhookHeaders.from(with("svix-signature", "v1," + signature)::get), replaced));
	}

	@ParameterizedTest
	@ValueSource(strings = { "svix-id", "svix-timestamp", "svix-signature" })
	void neverMixesFamiliesOfHeaders(String missing) {
		Map<String, List<String>> mixed = new LinkedHashMap<>(this.headers);
		List<String> value = mixed.remove(missing);
		rejects(WebhookRejection.INVALID_HEADERS, mixed, BODY);
		mixed.put(missing.replace("svix-", "webhook-"), value);
		rejects(WebhookRejection.INVALID_HEADERS, mixed, BODY);
	}

	@ParameterizedTest
	@ValueSource(strings = { "svix-id", "svix-timestamp", "svix-signature" })
	void refusesRepeatedHeaders(String name) {
		Map<String, List<String>> repeated = new LinkedHashMap<>(this.headers);
		repeated.put(name, List.of(this.headers.get(name).get(0), this.headers.get(name).get(0)));
		rejects(WebhookRejection.INVALID_HEADERS, repeated, BODY);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "1793534400abc", "1793534400.9", "-1", "+1793534400", " 1793534400", "0x6", "٣",
			"9999999999999999999" })
	void refusesTimestampsThatAreNotDigits(String timestamp) {
		rejects(WebhookRejection.INVALID_TIMESTAMP, with("svix-timestamp", timestamp), BODY);
	}

	@Test
	void signsTheTimestampAsItWasSent() {
		Map<String, List<String>> other = with("svix-timestamp", "0" + NOW.getEpochSecond());
		rejects(WebhookRejection.NO_MATCHING_SIGNATURE, other, BODY);
	}

	@Test
	void refusesIdsThatCannotBeStored() {
		rejects(WebhookRejection.INVALID_ID, with("svix-id", ""), BODY);
		rejects(WebhookRejection.INVALID_ID, with("svix-id", "msg é"), BODY);
		rejects(WebhookRejection.INVALID_ID, with("svix-id", "m".repeat(256)), BODY);
		rejects(WebhookRejection.NO_MATCHING_SIGNATURE, with("svix-id", "msg_other"), BODY);
	}

	@Test
	void refusesBeforeTheBodyIsRead() {
		WebhookHeaders old = WebhookHeaders.from(with("svix-timestamp", "1000000000")::get);
		assertThatExceptionOfType(InvalidWebhookException.class).isThrownBy(() -> this.verifier.verifyHeaders(old));
		WebhookHeaders unsigned = WebhookHeaders.from(with("svix-signature", "v9,AAAA")::get);
		assertThatExceptionOfType(InvalidWebhookException.class)
			.isThrownBy(() -> this.verifier.verifyHeaders(unsigned));
	}

	private Map<String, List<String>> with(String name, String value) {
		Map<String, List<String>> changed = new LinkedHashMap<>(this.headers);
		changed.put(name, List.of(value));
		return changed;
	}

	private void verify(Map<String, List<String>> headers, String body) {
		this.verifier.verify(WebhookHeaders.from(headers::get), SignedRequest.bytes(body));
	}

	private void rejects(WebhookRejection rejection, Map<String, List<String>> headers, String body) {
		assertThatExceptionOfType(InvalidWebhookException.class).isThrownBy(() -> verify(headers, body))
			.satisfies((ex) -> assertThat(ex.rejection()).isEqualTo(rejection));
	}

}
