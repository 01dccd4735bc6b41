package io.github.clerkspring.boot.webhook;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * An application that receives webhooks, and what sends them to it.
 */
final class WebhookServer implements AutoCloseable {

	static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

	static final String PATH = "/webhooks/clerk";

	static final Duration TIMEOUT = Duration.ofSeconds(30);

	private final HttpClient client = HttpClient.newHttpClient();

	private final ConfigurableApplicationContext context;

	private WebhookServer(ConfigurableApplicationContext context) {
		this.context = context;
	}

	static WebhookServer start(WebApplicationType type, Class<?> source, String... properties) {
		List<String> all = new ArrayList<>(List.of("server.port=0", "server.address=127.0.0.1",
				"spring.main.banner-mode=off", "clerk.publishable-key=pk_test_ZXhhbXBsZS5hY2NvdW50cy5kZXYk",
				"clerk.jwks.warm-up=false", "clerk.webhook.signing-secrets=" + SECRET));
		all.addAll(List.of(properties));
		return new WebhookServer(
				new SpringApplicationBuilder(source).web(type).properties(all.toArray(new String[0])).run());
	}

	<T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	ConfigurableApplicationContext context() {
		return this.context;
	}

	static String event(String type, String id) {
		return "{\"type\":\"" + type + "\",\"object\":\"event\",\"timestamp\":" + Instant.now().toEpochMilli()
				+ ",\"instance_id\":\"ins_1\",\"data\":{\"id\":\"" + id + "\"}}";
	}

	int post(String deliveryId, String body) {
		return post(PATH, deliveryId, body);
	}

	int post(String path, String deliveryId, String body) {
		return send(signed(path, deliveryId, body).POST(BodyPublishers.ofString(body)).build()).statusCode();
	}

	HttpRequest.Builder signed(String path, String deliveryId, String body) {
		String timestamp = Long.toString(Instant.now().getEpochSecond());
		return request(path).header("svix-id", deliveryId)
			.header("svix-timestamp", timestamp)
			.header("svix-signature", "v1," + sign(deliveryId + "." + timestamp + "." + body));
	}

	HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(uri(path)).header("Content-Type", "application/json").timeout(TIMEOUT);
	}

	HttpResponse<String> send(HttpRequest request) {
		try {
			return this.client.send(request, BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	URI uri(String path) {
		WebServerApplicationContext web = (WebServerApplicationContext) this.context;
		return URI.create("http://127.0.0.1:" + web.getWebServer().getPort() + path);
	}

	private static String sign(String content) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(Base64.getDecoder().decode(SECRET.substring("whsec_".length())), "HmacSHA256"));
			return Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.context.close();
	}

}
