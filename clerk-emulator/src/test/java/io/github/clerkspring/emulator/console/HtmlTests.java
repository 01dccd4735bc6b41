package io.github.clerkspring.emulator.console;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Html}.
 */
class HtmlTests {

	@Test
	void escapesWhatIsNotMarkup() {
		assertThat(Html.of("<a title=\"{}\">{}</a>", "\"'<>&", Html.of("<b>{}</b>", "<i>")))
			.hasToString("<a title=\"&quot;&#39;&lt;&gt;&amp;\"><b>&lt;i&gt;</b></a>");
	}

	@Test
	void doesNotFillPartsAgain() {
		assertThat(Html.of("{}-{}", "{}", 1)).hasToString("{}-1");
	}

	@Test
	void leavesOutNull() {
		assertThat(Html.of("[{}]", (Object) null)).hasToString("[]");
	}

	@Test
	void joinsLines() {
		assertThat(Html.join(Stream.of("<", ">").map((text) -> Html.of("{}", text)))).hasToString("&lt;\n&gt;");
	}

	@Test
	void refusesPartsThatDoNotFit() {
		assertThatIllegalArgumentException().isThrownBy(() -> Html.of("{}", 1, 2)).withMessageContaining("More parts");
		assertThatIllegalArgumentException().isThrownBy(() -> Html.of("{}{}", 1)).withMessageContaining("More places");
	}

}
