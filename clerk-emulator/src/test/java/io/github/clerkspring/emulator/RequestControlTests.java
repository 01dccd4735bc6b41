package io.github.clerkspring.emulator;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.http.JournalEntry;
import io.github.clerkspring.emulator.http.RequestJournal;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RequestControl} and {@link RequestJournal}.
 */
class RequestControlTests {

	private final ControlTester control = ControlTester.start();

	@AfterEach
	void close() {
		this.control.close();
	}

	@Test
	void tellsWhatWasAsked() throws Exception {
		call("/v1/users?limit=2");
		call("/v1/organizations");
		JsonNode all = this.control.get("/requests");
		assertThat(all.get("total_count").asInt()).isEqualTo(2);
		JsonNode first = all.at("/data/0");
		assertThat(first.get("operation").asString()).isEqualTo("GET /users");
		assertThat(first.at("/query/limit/0").asString()).isEqualTo("2");
		assertThat(first.get("status").asInt()).isEqualTo(200);
		assertThat(first.get("headers").propertyNames()).doesNotContain("authorization").contains("user-agent");
	}

	@Test
	void givesThoseBehindANumberAndOfAnOperation() throws Exception {
		call("/v1/users");
		long seen = this.control.get("/requests").at("/data/0/number").asLong();
		call("/v1/users");
		call("/v1/organizations");
		assertThat(this.control.get("/requests?after=" + seen).get("data")).hasSize(2);
		assertThat(this.control.get("/requests?after=" + seen + "&operation=GET%20/users").get("data")).hasSize(1);
		assertThat(this.control.fails(422, "GET", "/requests?after=x", null).parameter()).isEqualTo("after");
	}

	@Test
	void forgetsButDoesNotCountAnew() throws Exception {
		call("/v1/users");
		this.control.delete("/requests");
		assertThat(this.control.get("/requests").get("data")).isEmpty();
		call("/v1/users");
		assertThat(this.control.get("/requests").at("/data/0/number").asLong()).isEqualTo(2);
	}

	@Test
	void keepsAThousand() {
		RequestJournal journal = new RequestJournal();
		for (int i = 0; i < 1001; i++) {
			journal.add(request("/" + i, ""));
		}
		assertThat(journal.after(0)).hasSize(1000).first().extracting(JournalEntry::path).isEqualTo("/1");
	}

	@Test
	void keepsFewerIfTheyAreLarge() {
		RequestJournal journal = new RequestJournal();
		String large = "x".repeat(12 * 1024 * 1024);
		for (int i = 0; i < 4; i++) {
			journal.add(request("/" + i, large));
		}
		assertThat(journal.after(0)).hasSize(2).first().extracting(JournalEntry::path).isEqualTo("/2");
	}

	private void call(String path) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.control.emulator().baseUrl() + path))
			.header("Authorization", "Bearer " + this.control.emulator().secretKey())
			.build();
		HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
	}

	private static JournalEntry request(String path, String body) {
		return new JournalEntry(0, Instant.EPOCH, "GET", path, null, Map.of("q", List.of()), Map.of(), body, 200);
	}

}
