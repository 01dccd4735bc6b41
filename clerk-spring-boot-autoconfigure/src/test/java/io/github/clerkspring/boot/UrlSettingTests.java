package io.github.clerkspring.boot;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

import io.github.clerkspring.boot.security.ClerkSecurityAutoConfiguration;
import io.github.clerkspring.security.keys.ClerkKeySource;
import io.github.clerkspring.security.session.SessionTokenRules;

import static org.assertj.core.api.Assertions.assertThat;

class UrlSettingTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ClerkAutoConfiguration.class))
		.withPropertyValues("clerk.secret-key=sk_test_0123456789");

	private final WebApplicationContextRunner webRunner = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ClerkAutoConfiguration.class, ClerkSecurityAutoConfiguration.class))
		.withUserConfiguration(ClerkPropertiesMetadataTests.TokenUser.class)
		.withPropertyValues("clerk.publishable-key=pk_test_ZXhhbXBsZS5hY2NvdW50cy5kZXYk", "clerk.jwks.warm-up=false");

	@ParameterizedTest
	@CsvSource({ "https://app.example.com, https://app.example.com",
			"https://app.example.com/, https://app.example.com", "https://app.example.com:443, https://app.example.com",
			"http://localhost:80/, http://localhost", "http://localhost:3000/, http://localhost:3000",
			"HTTPS://App.Example.COM:8443, https://app.example.com:8443", "http://localhost:443, http://localhost:443",
			"http://[::1]:3000, http://[::1]:3000", "http://my_app:3000, http://my_app:3000",
			"chrome-extension://Abcdefghijklmnop, chrome-extension://abcdefghijklmnop",
			"capacitor://localhost, capacitor://localhost", "' https://app.example.com ', https://app.example.com" })
	void normalizesAuthorizedParties(String value, String party) {
		this.webRunner.withPropertyValues("clerk.session.authorized-parties[0]=" + value)
			.run((context) -> assertThat(context.getBean(SessionTokenRules.class).authorizedParties())
				.containsExactly(party));
	}

	@ParameterizedTest
	@ValueSource(strings = { "*", "app.example.com", "localhost:3000", "https://*.example.com",
			"https://app.example.com/app", "https://app.example.com/?a=b", "https://app.example.com?",
			"https://app.example.com#top", "null", "//app.example.com", "https:/app.example.com", "https://",
			"https://app.example.com:0", "https://app.example.com:65536", "https://app.example.com:port",
			"https://bücher.example", "https://app.example.com:443/app/", "https://app example.com",
			"https://user:planted@app.example.com", "https://${DOMAIN}", "https://app..example.com" })
	void refusesWhatIsNoAuthorizedParty(String value) {
		assertRefused("clerk.session.authorized-parties", value);
	}

	@Test
	void findsTheBadPartyAmongGoodOnes() {
		this.webRunner.withPropertyValues("clerk.session.authorized-parties=https://app.example.com,,admin.example.com")
			.run((context) -> assertThat(StartUpFailures.analyze(context.getStartupFailure()).getDescription())
				.startsWith("clerk.session.authorized-parties: ")
				.contains("'admin.example.com'"));
	}

	@Test
	void anEmptyElementIsNoParty() {
		this.webRunner
			.withPropertyValues("clerk.session.authorized-parties[0]=",
					"clerk.session.authorized-parties[1]=https://app.example.com",
					"clerk.session.authorized-parties[2]=${NOT_SET:}")
			.run((context) -> assertThat(context.getBean(SessionTokenRules.class).authorizedParties())
				.containsExactly("https://app.example.com"));
	}

	@ParameterizedTest
	@CsvSource({ "https://clerk.example.com/, https://clerk.example.com",
			"https://Clerk.Example.com:443, https://clerk.example.com",
			"https://example.com/__clerk/, https://example.com/__clerk",
			"http://127.0.0.1:4000, http://127.0.0.1:4000" })
	void normalizesIssuers(String value, String issuer) {
		this.webRunner.withPropertyValues("clerk.session.issuer=" + value)
			.run((context) -> assertThat(context.getBean(SessionTokenRules.class).issuers()).containsExactly(issuer));
	}

	@ParameterizedTest
	@ValueSource(strings = { "clerk.example.com", "*", "ftp://clerk.example.com", "https://clerk.example.com?a=b",
			"https://clerk.example.com/#a", "https://user:planted@clerk.example.com" })
	void refusesWhatIsNoIssuer(String value) {
		assertRefused("clerk.session.issuer", value);
	}

	@ParameterizedTest
	@CsvSource({ "https://api.clerk.com, https://api.clerk.com", "https://api.clerk.com/, https://api.clerk.com",
			"https://api.clerk.com/v1, https://api.clerk.com", "https://api.clerk.com/v1/, https://api.clerk.com",
			"HTTPS://API.CLERK.COM:443/v1, https://api.clerk.com", "http://127.0.0.1:4000/, http://127.0.0.1:4000",
			"https://gateway.example/clerk/v1, https://gateway.example/clerk" })
	void normalizesTheUrlOfTheApi(String value, String url) {
		this.runner.withPropertyValues("clerk.api-url=" + value)
			.run((context) -> assertThat(context.getBean(ClerkConnectionDetails.class).apiUrl()).isEqualTo(url));
	}

	@ParameterizedTest
	@ValueSource(strings = { "api.clerk.com", "https://api.clerk.com/v1/v1", "localhost:4000", "ftp://api.clerk.com",
			"https://api.clerk.com?x=y", "https://user:planted@api.clerk.com", "user:planted@api.clerk.com",
			"https://user:plan/ted@api.clerk.com", "https://planted@api.clerk.com/v1", "https://api.clerk.com:99999",
			"/v1", "https://my_host", "https://api.clerk.com/{version}", "https://api.clerk.com/%zz" })
	void refusesWhatIsNoUrlOfTheApi(String value) {
		assertRefused("clerk.api-url", value);
	}

	@ParameterizedTest
	@CsvSource({ "https://keys.example/jwks?token=a%20b, https://keys.example/jwks?token=a%20b",
			"HTTPS://Keys.Example:443/Jwks/, https://keys.example/Jwks/" })
	void normalizesTheUriOfTheKeySet(String value, URI uri) {
		this.runner.withPropertyValues("clerk.jwks.uri=" + value)
			.run((context) -> assertThat(context.getBean(ClerkConnectionDetails.class).jwksUri()).isEqualTo(uri));
	}

	@ParameterizedTest
	@ValueSource(strings = { "notauri", "/jwks", "file:///etc/keys", "classpath:keys.json",
			"https://user:planted@keys.example", "https:///jwks", "https://keys.example/a b", "jwks.example:443/keys" })
	void refusesWhatIsNoUriOfAKeySet(String value) {
		assertRefused("clerk.jwks.uri", value);
	}

	@Test
	void issuerAndKeySetOfAProxiedInstanceFollowFromTheProxy() {
		this.webRunner.withPropertyValues("clerk.proxy-url=https://Example.com:443/__clerk/").run((context) -> {
			assertThat(context.getBean(SessionTokenRules.class).issuers())
				.containsExactlyInAnyOrder("https://example.accounts.dev", "https://example.com/__clerk");
			assertThat(context.getBean(ClerkKeySource.class))
				.hasToString("the key set of https://example.com/__clerk/.well-known/jwks.json");
		});
	}

	@Test
	void aProxyChangesNothingWhereIssuerAndSecretKeyAreSet() {
		this.webRunner
			.withPropertyValues("clerk.proxy-url=https://example.com/__clerk", "clerk.secret-key=sk_test_0123456789",
					"clerk.session.issuer=https://clerk.example.com")
			.run((context) -> {
				assertThat(context.getBean(SessionTokenRules.class).issuers())
					.containsExactly("https://clerk.example.com");
				assertThat(context.getBean(ClerkKeySource.class))
					.hasToString("the key set of https://api.clerk.com/v1/jwks");
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "/__clerk", "example.com/__clerk", "https://example.com/__clerk?a=b",
			"https://user:planted@example.com/__clerk", "true" })
	void refusesWhatIsNoUrlOfAProxy(String value) {
		assertRefused("clerk.proxy-url", value);
	}

	@Test
	void aUrlThatAnEmulatorReplacesIsNotChecked() {
		this.runner.withPropertyValues("clerk.api-url=${CLERK_URL_OF_PRODUCTION}", "clerk.jwks.uri=notauri")
			.withBean(ClerkConnectionDetails.class, TestConnection::new)
			.run((context) -> assertThat(context).hasNotFailed());
	}

	private void assertRefused(String property, String value) {
		this.webRunner.withPropertyValues(property + "=" + value).run((context) -> {
			Throwable failure = context.getStartupFailure();
			assertThat(failure).isNotNull();
			FailureAnalysis analysis = StartUpFailures.analyze(failure);
			assertThat(analysis.getDescription()).startsWith(property + ": ");
			assertThat(analysis.getAction()).contains("'" + property + "'");
			assertThat(StartUpFailures.text(failure)).doesNotContain("planted", "plan/ted", "ted@");
			if (!value.contains("@") && !value.contains("$")) {
				assertThat(analysis.getDescription()).contains("'" + value + "'");
				assertThat(analysis.getAction()).contains("https://");
			}
		});
	}

}
