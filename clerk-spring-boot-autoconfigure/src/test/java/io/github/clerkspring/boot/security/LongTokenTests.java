package io.github.clerkspring.boot.security;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.security.TokenRejection;
import io.github.clerkspring.security.TokenVerification;
import io.github.clerkspring.security.TokenVerificationListener;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tokens as long as a server accepts headers, and longer.
 */
class LongTokenTests {

	private final ClerkEmulator clerk = ClerkEmulator.start();

	private final String userId = this.clerk.users().create("ada@example.com");

	@AfterEach
	void close() {
		this.clerk.close();
	}

	@ParameterizedTest
	@CsvSource({ "REACTIVE,431", "SERVLET,400" })
	void serverRefusesHeadersOfMoreThan8KilobytesByDefault(WebApplicationType type, int status) throws Exception {
		try (ConfigurableApplicationContext context = start(type)) {
			assertThat(status(context, token(4_000))).isEqualTo(200);
			assertThat(status(context, token(7_000))).isEqualTo(status);
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void propertyOfServerAllowsTokensUpToOurLimit(WebApplicationType type) throws Exception {
		try (ConfigurableApplicationContext context = start(type, "--server.max-http-request-header-size=32KB")) {
			BlockingQueue<TokenVerification> verifications = context.getBean(Application.class).verifications;
			String longest = token(11_000);
			assertThat(longest.length()).isBetween(14_000, 16_384);
			assertThat(status(context, longest)).isEqualTo(200);
			assertThat(verifications.take().rejection()).isNull();
			String tooLong = token(13_000);
			assertThat(tooLong.length()).isGreaterThan(16_384);
			assertThat(status(context, tooLong)).isEqualTo(401);
			assertThat(verifications.take().rejection()).isEqualTo(TokenRejection.TOKEN_TOO_LONG);
		}
	}

	private String token(int length) {
		return this.clerk.sessionToken(this.userId).claim("text", "x".repeat(length)).mint();
	}

	private ConfigurableApplicationContext start(WebApplicationType type, String... arguments) {
		return new SpringApplicationBuilder(Application.class).web(type)
			.properties(Map.of("server.port", "0", "server.address", "127.0.0.1", "clerk.secret-key",
					this.clerk.secretKey(), "clerk.publishable-key", this.clerk.publishableKey(), "clerk.api-url",
					this.clerk.baseUrl(), "spring.main.banner-mode", "off"))
			.run(arguments);
	}

	private static int status(ConfigurableApplicationContext context, String token)
			throws IOException, InterruptedException {
		String port = context.getEnvironment().getProperty("local.server.port");
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/me"))
			.header("Authorization", "Bearer " + token)
			.build();
		return HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.build()
			.send(request, HttpResponse.BodyHandlers.ofString())
			.statusCode();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@RestController
	static class Application {

		private final BlockingQueue<TokenVerification> verifications = new LinkedBlockingQueue<>();

		@Bean
		TokenVerificationListener listener() {
			return this.verifications::add;
		}

		@GetMapping("/me")
		String me() {
			return "me";
		}

	}

}
