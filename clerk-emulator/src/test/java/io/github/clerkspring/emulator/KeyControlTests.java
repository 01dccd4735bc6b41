package io.github.clerkspring.emulator;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link KeyControl}.
 */
class KeyControlTests {

	private final ControlTester control = ControlTester.start();

	@AfterEach
	void close() {
		this.control.close();
	}

	@Test
	void rotatesAndRetires() {
		JsonNode rotated = this.control.post("/keys/rotate", null);
		assertThat(rotated.get("keys")).hasSize(2);
		JsonNode retired = this.control.post("/keys/retire", null);
		assertThat(retired.get("keys")).hasSize(1);
		assertThat(retired.at("/keys/0/kid")).isEqualTo(rotated.at("/keys/0/kid"));
		assertThat(retired.at("/keys/0").propertyNames()).contains("n", "e").doesNotContain("d", "p", "q");
	}

	@Test
	void takesNothing() {
		assertThat(this.control.fails(422, "POST", "/keys/rotate", "{\"kid\":\"a\"}").parameter()).isEqualTo("kid");
	}

}
