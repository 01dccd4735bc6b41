package io.github.clerkspring.emulator;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for Svix, applications without account and the interstitial.
 */
class SupportingRoutesTests {

	private final ApiTester api = ApiTester.start();

	@AfterEach
	void close() {
		this.api.close();
	}

	@Test
	void allowsOneSvixApp() {
		this.api.fails(400, "svix_app_missing", "POST", "/webhooks/svix_url", null);
		assertThat(this.api.post("/webhooks/svix", null).get("svix_url").asString()).startsWith("https://");
		this.api.fails(400, "svix_app_exists", "POST", "/webhooks/svix", null);
		this.api.post("/webhooks/svix_url", null);
		this.api.delete("/webhooks/svix");
		this.api.fails(400, "svix_app_missing", "DELETE", "/webhooks/svix", null);
	}

	@Test
	void accountlessApplicationIsTheEmulatedInstance() {
		JsonNode application = this.api.post("/accountless_applications", null);
		assertThat(application.get("secret_key").asString()).isEqualTo(this.api.emulator().secretKey());
		this.api.post("/accountless_applications/complete", null);
		assertThat(anonymously("POST", "/accountless_applications").statusCode()).isEqualTo(200);
	}

	@Test
	void interstitialLoadsTheScriptOfTheInstance() {
		String page = this.api
			.get("/public/interstitial?publishable_key=" + this.api.emulator().publishableKey() + "&domain=a%22%3E")
			.asString();
		assertThat(page).startsWith("<!DOCTYPE html>")
			.contains("src=\"https://clerk.emulator.test/npm/")
			.contains("data-clerk-domain=\"a&quot;&gt;\"");
		this.api.fails(400, "form_param_missing", "GET", "/public/interstitial", null);
		this.api.fails(400, "malformed_publishable_key", "GET", "/public/interstitial?publishable_key=pk_test_x", null);
		HttpResponse<String> anonymous = anonymously("GET", "/public/interstitial?frontend_api=clerk.example.com");
		assertThat(anonymous.headers().firstValue("Content-Type")).hasValue("text/html");
	}

	private HttpResponse<String> anonymously(String method, String path) {
		return this.api.send(HttpRequest.newBuilder(URI.create(this.api.emulator().baseUrl() + "/v1" + path)), method,
				null);
	}

}
