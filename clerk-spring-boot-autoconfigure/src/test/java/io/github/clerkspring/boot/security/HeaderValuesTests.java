package io.github.clerkspring.boot.security;

import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.server.firewall.StrictServerWebExchangeFirewall;

import static org.assertj.core.api.Assertions.assertThat;

class HeaderValuesTests {

	static Stream<Predicate<String>> rules() {
		return Stream.of(StrictHttpFirewall.ALLOWED_HEADER_VALUES,
				StrictServerWebExchangeFirewall.ALLOWED_HEADER_VALUES);
	}

	@ParameterizedTest
	@MethodSource("rules")
	void acceptsTheSameCharactersAsTheFirewall(Predicate<String> rule) {
		HeaderValues values = new HeaderValues(rule);
		assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
			.mapToObj(Character::toString)
			.filter((text) -> values.test(text) != rule.test(text))).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("rules")
	void refusesControlCharactersAtAnyPosition(Predicate<String> rule) {
		HeaderValues values = new HeaderValues(rule);
		assertThat(Stream.of("\u0000Bearer a.b.c", "Bearer\r a.b.c", "Bearer a.b\n.c", "Bearer a.b.c\u007f",
				"Bearer a.b.c\u0085", "Bearer a\u0007é.b.c"))
			.noneMatch(values);
	}

	@Test
	void ruleDecidesOnMissingHeader() {
		assertThat(new HeaderValues((value) -> value == null).test(null)).isTrue();
		assertThat(new HeaderValues((value) -> value != null).test(null)).isFalse();
	}

	@Test
	void acceptsWhatOnlyTheRuleAccepts() {
		assertThat(Stream.of("Bearer a\tb", "Zoë", "\uD83D\uDE00", "")).allMatch(new HeaderValues((value) -> true));
		assertThat(Stream.of("Bearer a\tb", "Zoë", "\uD83D\uDE00")).noneMatch(new HeaderValues((value) -> false));
	}

	@Test
	void printableAsciiDoesNotNeedTheRule() {
		String printable = " !\"#$%&'()*+,-./09:;<=>?@AZ[\\]^_`az{|}~";
		assertThat(new HeaderValues((value) -> false).test(printable)).isTrue();
	}

}
