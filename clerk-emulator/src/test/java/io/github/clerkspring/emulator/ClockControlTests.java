package io.github.clerkspring.emulator;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ClockControl}.
 */
class ClockControlTests {

	private final ControlTester control = ControlTester.start();

	@AfterEach
	void close() {
		this.control.close();
	}

	@Test
	void stopsAndMovesTheClock() {
		this.control.post("/clock", Map.of("set", "2030-01-01T00:00:00Z"));
		assertThat(this.control.post("/clock", Map.of("advance", "PT90S")).get("now").asString())
			.isEqualTo("2030-01-01T00:01:30Z");
		assertThat(this.control.get("/clock").get("epoch_millis").asLong()).isEqualTo(1893456090000L);
		String user = this.control.emulator().users().create("ada@example.com");
		assertThat(this.control.emulator().users().get(user)).containsEntry("created_at", 1893456090000L);
	}

	@Test
	void followsTheRealClockAgain() {
		this.control.post("/clock", Map.of("set", "1971-01-01T00:00:00Z"));
		this.control.post("/clock", Map.of("reset", true));
		assertThat(this.control.emulator().clock().instant()).isAfter(Instant.parse("2026-01-01T00:00:00Z"));
	}

	@ParameterizedTest
	@CsvSource({ "set, {\"set\":\"tomorrow\"}", "advance, {\"advance\":\"a day\"}", "advance, {\"advance\":60}",
			"advance, {\"advance\":\"P106751991167300D\"}",
			"advance, '{\"set\":\"2030-01-01T00:00:00Z\",\"advance\":\"a day\"}'",
			"advance, '{\"set\":\"2030-01-01T00:00:00Z\",\"advance\":\"P106751991167300D\"}'",
			"set, {\"set\":\"+999999999-01-01T00:00:00Z\"}", "now, {\"now\":true}", "reset, {\"reset\":\"yes\"}" })
	void namesTheFieldThatIsWrong(String field, String body) {
		Instant before = this.control.emulator().clock().instant();
		assertThat(this.control.fails(422, "POST", "/clock", body).parameter()).isEqualTo(field);
		assertThat(this.control.emulator().clock().instant()).isBetween(before, before.plus(Duration.ofHours(1)));
	}

	@Test
	void goesNowhereBeyondTime() {
		assertThatExceptionOfType(ArithmeticException.class)
			.isThrownBy(() -> this.control.emulator().clock().advance(Duration.ofMillis(Long.MAX_VALUE)));
		assertThat(this.control.emulator().clock().instant()).isBefore(Instant.parse("2999-01-01T00:00:00Z"));
	}

}
