package io.github.clerkspring.sample.webmvc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.reactive.server.StatusAssertions;
import org.springframework.test.web.reactive.server.WebTestClient;

import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.emulator.Fault;
import io.github.clerkspring.test.autoconfigure.AutoConfigureClerkEmulator;
import io.github.clerkspring.test.webhook.ClerkWebhookTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the page on observability against a scripted run of this sample.
 */

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "clerk.session.authorized-parties=https://app.example.com",
				"clerk.session.allow-missing-azp=true", "clerk.accepted-tokens=session_token,api_key",
				"management.prometheus.metrics.export.enabled=true" })
@AutoConfigureClerkEmulator
class ObservabilityTests {

	private static final Pattern ROW = Pattern
		.compile("^\\| `clerk[a-z.]+` \\| [a-z ]+ \\| `(clerk_[a-z_]+)` \\|([^|]*)\\|", Pattern.MULTILINE);

	private static final Pattern SAMPLE = Pattern.compile("^(clerk_[a-z_]+)(?:\\{(.*)})? \\S+$", Pattern.MULTILINE);

	private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"[^\"]*\"");

	@Autowired
	private ClerkEmulator clerk;

	@Autowired
	private ClerkWebhookTester webhooks;

	private WebTestClient web;

	@BeforeEach
	void connect(@LocalServerPort int port) {
		this.web = WebTestClient.bindToServer()
			.baseUrl("http://127.0.0.1:" + port)
			.responseTimeout(Duration.ofMinutes(1))
			.build();
	}

	@Test
	void theDocumentedMetricsAreTheExportedOnes() throws IOException {
		Map<String, Set<String>> exported = new TreeMap<>();
		run().forEach((name, labels) -> {
			Set<String> own = new TreeSet<>(labels);
			own.remove("le");
			exported.put(name.replaceFirst("_(count|sum|max|bucket)$", ""), own);
		});
		Map<String, Set<String>> documented = new TreeMap<>();
		ROW.matcher(Files.readString(Path.of("../../docs/observability.md")))
			.results()
			.forEach((row) -> documented.put(row.group(1), words(row.group(2))));
		assertThat(exported).isNotEmpty().isEqualTo(documented);
	}

	/**
	 * Lets everything happen that is measured, and returns the labels of each metric.
	 */
	private Map<String, Set<String>> run() {
		String ada = this.clerk.users().create((user) -> user.emailAddress("ada@example.com").firstName("Ada"));
		String token = this.clerk.sessionToken(ada).authorizedParty("https://app.example.com").mint();
		get("/me", token).isOk();
		get("/me", token).isOk();
		get("/me", this.clerk.sessionToken(ada).claim("azp", null).mint()).isOk();
		get("/me", this.clerk.sessionToken(ada).expired().mint()).isUnauthorized();
		get("/me", this.clerk.sessionToken(ada).signedByStranger().mint()).isUnauthorized();
		get("/me", this.clerk.apiKey(ada).revoked().mint()).isUnauthorized();
		this.clerk.failNext(Fault.status(429).retryAfter(Duration.ZERO).on("GET /users/{user_id}"));
		get("/me", token).isOk();
		this.clerk.failNext(Fault.status(503).on("GET /users/{user_id}"));
		get("/me", token).isOk();
		this.webhooks.await();
		String scrape = this.web.get()
			.uri("/actuator/prometheus")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();
		assertThat(scrape).doesNotContain(token, ada, this.clerk.secretKey());
		Map<String, Set<String>> exported = new TreeMap<>();
		SAMPLE.matcher(scrape).results().forEach((sample) -> {
			String labels = (sample.group(2) != null) ? sample.group(2) : "";
			Set<String> names = exported.computeIfAbsent(sample.group(1), (name) -> new TreeSet<>());
			LABEL.matcher(labels).results().forEach((label) -> names.add(label.group(1)));
		});
		return exported;
	}

	private StatusAssertions get(String path, String token) {
		return this.web.get().uri(path).headers((headers) -> headers.setBearerAuth(token)).exchange().expectStatus();
	}

	private static Set<String> words(String cell) {
		return Arrays.stream(cell.split("[` ]+"))
			.filter((word) -> !word.isBlank())
			.collect(Collectors.toCollection(TreeSet::new));
	}

}
