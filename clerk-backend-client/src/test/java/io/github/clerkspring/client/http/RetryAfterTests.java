package io.github.clerkspring.client.http;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RetryAfterTests {

	private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

	@ParameterizedTest
	@CsvSource({ "0, 0", "7, 7", "007, 7", "' 7 ', 7", "1.2, 2", "1.0, 1", "1., 1", "0.001, 1", "86400, 86400",
			"0000000000000012, 12" })
	void readsSeconds(String value, long seconds) {
		assertThat(RetryAfter.parse(value, NOW)).isEqualTo(Duration.ofSeconds(seconds));
	}

	@ParameterizedTest
	@CsvSource({ "'Thu, 26 Nov 2026 12:00:03 GMT', 3", "'Thu, 26 Nov 2026 11:00:00 GMT', 0",
			"'Thu, 1 Jan 1970 00:00:00 GMT', 0" })
	void readsDates(String value, long seconds) {
		assertThat(RetryAfter.parse(value, NOW)).isEqualTo(Duration.ofSeconds(seconds));
	}

	@ParameterizedTest
	@ValueSource(strings = { "999999999", "1000000000", "999999999999", "18446744073709551616", "99999999999.9",
			"Fri, 31 Dec 9999 23:59:59 GMT" })
	void limitsTheWaitToOneYear(String value) {
		assertThat(RetryAfter.parse(value, NOW)).isEqualTo(Duration.ofDays(365));
	}

	@Test
	void limitsLongNumbersToOneYear() {
		assertThat(RetryAfter.parse("9".repeat(10_000), NOW)).isEqualTo(Duration.ofDays(365));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "-1", "-999999999999", "+5", "5s", "0x10", "1e3", "1,5", ".5", "NaN", "soon", "٣",
			"Thu, 26 Nov 2026", "2026-11-26T12:00:03Z", "Thu, 99 Nov 2026 12:00:03 GMT", "1 2" })
	void ignoresInvalidValues(String value) {
		assertThat(RetryAfter.parse(value, NOW)).isNull();
	}

	@Test
	void ignoresAnAbsentValue() {
		assertThat(RetryAfter.parse(null, NOW)).isNull();
	}

}
