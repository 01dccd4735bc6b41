package io.github.clerkspring.emulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ClerkEmulatorServer} and {@link CommandLine}.
 */
class ClerkEmulatorServerTests {

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	private final ByteArrayOutputStream err = new ByteArrayOutputStream();

	@Test
	void listensOnLoopbackAtPort4000() {
		ClerkEmulatorOptions options = options(Map.of());
		assertThat(options.host()).isEqualTo("127.0.0.1");
		assertThat(options.port()).isEqualTo(4000);
	}

	@Test
	void argumentsComeBeforeTheEnvironment() {
		Map<String, String> environment = Map.of("CLERK_EMULATOR_PORT", "5000", "CLERK_EMULATOR_HOST", "0.0.0.0");
		assertThat(options(environment)).hasToString("ClerkEmulatorOptions[0.0.0.0:5000]");
		assertThat(options(environment, "--port=0", "--host", "localhost"))
			.hasToString("ClerkEmulatorOptions[localhost:0]");
	}

	@ParameterizedTest
	@CsvSource({ "--prot, --prot", "--port, --port needs a value", "--port=abc, --port: A port is a number",
			"--port=65536, --port: A port is a number",
			"--secret-key=sk_live_abc, --secret-key: The emulator takes only",
			"--webhook=localhost, --webhook: The url of a webhook endpoint",
			"--webhook-secret=abc, --webhook-secret: A webhook secret is",
			"--publishable-key=pk_test_!, --publishable-key" })
	void namesTheWrongOptionAndEndsWithStatus2(String argument, String message) {
		assertThat(run(argument)).isEqualTo(2);
		assertThat(this.err.toString()).startsWith("clerk-emulator: ").contains(message).hasLineCount(1);
		assertThat(this.out.toString()).isEmpty();
	}

	@Test
	void doesNotRepeatKeysOfRealInstances() {
		run("--secret-key=sk_live_abc");
		assertThat(this.err.toString()).doesNotContain("abc");
	}

	@Test
	void listsTheOptions() {
		assertThat(run("--help")).isZero();
		assertThat(this.out.toString()).contains("--port NUMBER", "--publishable-key KEY", "CLERK_EMULATOR_PORT");
	}

	@Test
	void saysThatThePortIsTaken() {
		try (ClerkEmulator first = ClerkEmulator.start()) {
			String port = first.baseUrl().substring(first.baseUrl().lastIndexOf(':') + 1);
			assertThat(run("--port", port)).isOne();
			assertThat(this.err.toString()).contains("127.0.0.1:" + port).hasLineCount(1);
		}
	}

	@Test
	void saysWhereItListensAndWhatToConfigure() {
		assertThat(run("--port", "0")).isZero();
		assertThat(this.out.toString()).containsPattern("CLERK_API_URL=http://127\\.0\\.0\\.1:[1-9]")
			.contains("CLERK_SECRET_KEY=sk_test_", "CLERK_PUBLISHABLE_KEY=pk_test_", "protect nothing");
	}

	@Test
	void postsWebhooksToSeveralAddresses() {
		Map<String, String> environment = Map.of("CLERK_EMULATOR_WEBHOOK", "http://localhost:1/ http://localhost:2/");
		assertThat(options(environment).webhooks()).containsExactly("http://localhost:1/", "http://localhost:2/");
		assertThat(options(environment, "--webhook=http://localhost:3/", "--webhook", "http://localhost:4/").webhooks())
			.containsExactly("http://localhost:3/", "http://localhost:4/");
	}

	@Test
	void tellsOnlyTheWebhookSecretThatIsNone() {
		run("--port", "0");
		assertThat(this.out.toString()).contains("CLERK_WEBHOOK_SIGNING_SECRET=whsec_");
		this.out.reset();
		run("--port", "0", "--webhook-secret", "whsec_b3duU2VjcmV0T2ZUaGlzRW5kcG9pbnQh");
		assertThat(this.out.toString()).contains("CLERK_WEBHOOK_SIGNING_SECRET=(as given)").doesNotContain("whsec_");
	}

	@Test
	void tellsTheControlTokenThatItMade() {
		run("--port", "0", "--host", "0.0.0.0");
		assertThat(this.out.toString()).containsPattern("\n  CLERK_EMULATOR_CONTROL_TOKEN=[\\w-]{32}\n");
		this.out.reset();
		run("--port", "0");
		assertThat(this.out.toString()).doesNotContain("CONTROL_TOKEN");
	}

	@Test
	void takesTheControlTokenAndDoesNotRepeatIt(@TempDir Path directory) throws IOException {
		String token = "token-of-my-own-0";
		Path file = Files.writeString(directory.resolve("token"), token + "\n");
		for (String option : List.of("--control-token=" + token, "--control-token-file=" + file)) {
			assertThat(options(Map.of(), option).controlToken()).isEqualTo(token);
			run("--port", "0", option);
			assertThat(this.out.toString()).contains("CLERK_EMULATOR_CONTROL_TOKEN=(as given)").doesNotContain(token);
		}
		assertThat(run("--control-token=guess")).isEqualTo(2);
		assertThat(this.err.toString()).contains("--control-token: A control token has").doesNotContain("guess");
		assertThat(run("--control-token-file", directory.resolve("none").toString())).isEqualTo(2);
	}

	@Test
	void trustsSeveralHosts() {
		Map<String, String> environment = Map.of("CLERK_EMULATOR_ALLOWED_HOST", "a.example b.example");
		assertThat(options(environment).allowedHosts()).containsExactly("a.example", "b.example");
	}

	@Test
	void refusesHostThatIsNone() {
		assertThatExceptionOfType(CommandLine.UsageException.class)
			.isThrownBy(() -> options(Map.of(), "--host", "no.such.host.invalid"))
			.withMessageContaining("--host");
	}

	private static ClerkEmulatorOptions options(Map<String, String> environment, String... arguments) {
		ClerkEmulatorOptions options = CommandLine.parse(List.of(arguments), environment);
		assertThat(options).isNotNull();
		return options;
	}

	private int run(String... arguments) {
		return ClerkEmulatorServer.run(List.of(arguments), Map.of(), new PrintStream(this.out),
				new PrintStream(this.err), ClerkEmulator::close);
	}

}
