package io.github.clerkspring.boot;

import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.PlatformTransactionManager;

import io.github.clerkspring.boot.client.ClerkClientAutoConfiguration;
import io.github.clerkspring.boot.outbound.ClerkMachineTokenAutoConfiguration;
import io.github.clerkspring.boot.outbound.ClerkTokenRelayAutoConfiguration;
import io.github.clerkspring.boot.security.ClerkAuthorizationAutoConfiguration;
import io.github.clerkspring.boot.security.ClerkSecurityAutoConfiguration;
import io.github.clerkspring.boot.security.ClerkServletSecurityAutoConfiguration;
import io.github.clerkspring.boot.sync.ClerkSyncAutoConfiguration;
import io.github.clerkspring.boot.sync.ClerkSyncRequirementAutoConfiguration;
import io.github.clerkspring.boot.webhook.ClerkDatabaseAutoConfiguration;
import io.github.clerkspring.boot.webhook.ClerkJdbcInboxAutoConfiguration;
import io.github.clerkspring.boot.webhook.ClerkWebhookAutoConfiguration;
import io.github.clerkspring.boot.webhook.ClerkWebhookReceiverAutoConfiguration;
import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.client.core.ClerkPublishableKey;
import io.github.clerkspring.client.core.ClerkSecretKey;
import io.github.clerkspring.security.TokenRejection;
import io.github.clerkspring.security.authorization.AcceptsTokens;
import io.github.clerkspring.security.authorization.RequiresRole;
import io.github.clerkspring.security.authorization.RequiresScope;
import io.github.clerkspring.security.outbound.MachineTokenFilter;
import io.github.clerkspring.security.outbound.TokenRelayFilter;
import io.github.clerkspring.webhook.WebhookOutcome;
import io.github.clerkspring.webhook.signature.WebhookRejection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * The page on troubleshooting has a row for each failure at start and each reason of a
 * rejection, and no other rows.
 */
class TroubleshootingPageTests {

	private static final String SECRET_KEY = "clerk.secret-key=sk_test_0123456789";

	private static final String PUBLISHABLE_KEY = "clerk.publishable-key=pk_test_ZXhhbXBsZS5hY2NvdW50cy5kZXYk";

	private static final Pattern CODE = Pattern.compile("`([^`]+)`");

	private final WebApplicationContextRunner application = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ClerkAutoConfiguration.class, ClerkClientAutoConfiguration.class,
				ClerkSecurityAutoConfiguration.class, ClerkServletSecurityAutoConfiguration.class,
				ClerkAuthorizationAutoConfiguration.class, ClerkWebhookAutoConfiguration.class,
				ClerkWebhookReceiverAutoConfiguration.class, ClerkDatabaseAutoConfiguration.class,
				ClerkJdbcInboxAutoConfiguration.class, ClerkSyncAutoConfiguration.class,
				ClerkSyncRequirementAutoConfiguration.class, ClerkMachineTokenAutoConfiguration.class,
				ClerkTokenRelayAutoConfiguration.class, ServletWebSecurityAutoConfiguration.class))
		.withPropertyValues("clerk.jwks.warm-up=false");

	private final WebApplicationContextRunner configured = this.application.withPropertyValues(SECRET_KEY,
			PUBLISHABLE_KEY);

	@Test
	void everyMessageOfAFailureHasARow() throws IOException {
		List<String> rows = rows("Start-up failures");
		assertThat(StartUpMessages.all()).hasSizeGreaterThan(35)
			.allSatisfy((message) -> assertThat(rows).anySatisfy((row) -> assertThat(row).contains(message)));
	}

	@Test
	void everyRowHasAMessageOfAFailure() throws IOException {
		List<String> messages = StartUpMessages.all();
		assertThat(rows("Start-up failures").stream().flatMap(TroubleshootingPageTests::codes))
			.allSatisfy((code) -> assertThat(messages).anySatisfy((message) -> assertThat(code).contains(message)));
	}

	@Test
	void everyRowIsPrintedByAnApplicationThatDoesNotStart() throws IOException {
		Set<String> rows = new HashSet<>(rows("Start-up failures"));
		for (String printed : printed()) {
			assertThat(rows("Start-up failures")).as(printed).anyMatch((row) -> matches(row, printed));
			rows.removeIf((row) -> matches(row, printed));
		}
		assertThat(rows).as("rows without a failure").isEmpty();
	}

	@Test
	void everyReasonOfARejectedTokenHasARow() throws IOException {
		assertThat(firstCodes("Rejected tokens")).containsExactlyInAnyOrderElementsOf(
				Arrays.stream(TokenRejection.values()).map(TokenRejection::value).toList());
	}

	@Test
	void everyReasonOfARejectedWebhookHasARow() throws IOException {
		Set<WebhookOutcome> successful = Set.of(WebhookOutcome.HANDLED, WebhookOutcome.ACCEPTED,
				WebhookOutcome.DUPLICATE);
		// Refused webhooks have the rows of their reasons
		Stream<String> outcomes = Arrays.stream(WebhookOutcome.values())
			.filter((outcome) -> !successful.contains(outcome) && outcome != WebhookOutcome.REFUSED)
			.map(WebhookOutcome::value);
		Stream<String> reasons = Arrays.stream(WebhookRejection.values()).map(WebhookRejection::value);
		assertThat(firstCodes("Rejected webhooks"))
			.containsExactlyInAnyOrderElementsOf(Stream.concat(reasons, outcomes).toList());
	}

	private List<String> printed() {
		return List.of(failure(this.application), failure(this.application, "clerk.secret-key=${NOT_SET}"),
				failure(this.application, "clerk.secret-key=pk_test_ZXhhbXBsZS5hY2NvdW50cy5kZXYk"),
				failure(this.configured, "clerk.client.retry.max-attempts=0"),
				failure(this.application, "clerk.secret-key=key"),
				failure(this.application, "clerk.publishable-key=key"),
				failure(this.application, "clerk.publishable-key=pk_test_a"),
				failure(this.application, "clerk.publishable-key=pk_test_bm90IGEgaG9zdCQ"),
				failure(this.configured, "clerk.machine-secret-key=key"),
				failure(this.application, SECRET_KEY, "clerk.publishable-key=pk_live_Y2xlcmsuZXhhbXBsZS5jb20k"),
				failure(this.application, SECRET_KEY),
				failure(this.application.withBean(NoKeys.class), "clerk.session.issuer=https://clerk.example.com"),
				failure(this.application, SECRET_KEY, "clerk.session.issuer=https://clerk.example.com",
						"clerk.session.cookie.enabled=true"),
				failure(this.application.withBean(Caller.class), PUBLISHABLE_KEY),
				failure(this.configured.withBean(MachineCaller.class)),
				failure(this.configured.withBean(RelayCaller.class)),
				failure(this.configured, "clerk.machine.tokens.groups=orders", "clerk.relay.groups=orders"),
				failure(this.configured, "clerk.jwt-key=MIIBIjANBgkqhkiG9w0BAQEF!"),
				failure(this.configured, "clerk.jwt-key=-----BEGIN CERTIFICATE-----AAAA-----END CERTIFICATE-----"),
				failure(this.configured, "clerk.webhook.signing-secret=whsec_!"),
				failure(this.configured, "clerk.webhook.signing-secret=whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
						"clerk.webhook.inbox=jdbc"),
				failure(this.configured, "clerk.sync.tables=true"),
				failure(this.configured.withBean(DataSource.class, DriverManagerDataSource::new)
					.withBean("first", PlatformTransactionManager.class, () -> mock(PlatformTransactionManager.class))
					.withBean("second", PlatformTransactionManager.class, () -> mock(PlatformTransactionManager.class)),
						"clerk.sync.tables=true", "clerk.sync.initialize-schema=never"),
				failure(this.configured, "spring.security.oauth2.resourceserver.jwt.issuer-uri=https://issuer.example"),
				olderSpringBoot(), failure(this.configured.withBean(Caller.class), "clerk.enabled=false"),
				failure(this.configured.withBean(Empty.class)), failure(this.configured.withBean(Twice.class)),
				failure(this.configured.withBean(Replaced.class)), failure(this.configured.withBean(NoTypes.class)),
				failure(this.configured.withBean(TwoScopes.class)));
	}

	private static String failure(WebApplicationContextRunner application, String... properties) {
		String[] printed = new String[1];
		application.withPropertyValues(properties).run((context) -> {
			Throwable failure = context.getStartupFailure();
			assertThat(failure).as("failure with %s", List.of(properties)).isNotNull();
			MockEnvironment environment = new MockEnvironment();
			Stream.of(properties)
				.map((property) -> property.split("=", 2))
				.forEach((property) -> environment.setProperty(property[0], property[1]));
			FailureAnalysis analysis = StartUpFailures.analyze(failure, environment);
			printed[0] = (analysis != null) ? analysis.getDescription() : failure.getMessage();
		});
		return printed[0];
	}

	private static String olderSpringBoot() {
		try {
			OnClerkEnabledCondition.requireSupported("3.5.7");
			return "no failure";
		}
		catch (ClerkConfigurationException ex) {
			return String.valueOf(ex.getMessage());
		}
	}

	private static boolean matches(String row, String printed) {
		return codes(row).map((code) -> Pattern.quote(code).replace("…", "\\E.*\\Q"))
			.anyMatch((pattern) -> Pattern.compile(pattern).matcher(printed).find());
	}

	private static Stream<String> codes(String row) {
		return CODE.matcher(row).results().map((MatchResult code) -> code.group(1));
	}

	private static Set<String> firstCodes(String section) throws IOException {
		return rows(section).stream().flatMap(TroubleshootingPageTests::codes).collect(Collectors.toSet());
	}

	/**
	 * Return the first cells of the tables of a section.
	 */
	private static List<String> rows(String section) throws IOException {
		String page = Files.readString(Path.of("../docs/troubleshooting.md"));
		assertThat(page).contains("\n## " + section + "\n");
		return page.split("\n## " + section + "\n")[1].split("\n## ")[0].lines()
			.filter((line) -> line.startsWith("| `"))
			.map((line) -> line.substring(1, line.indexOf("` |") + 1))
			.toList();
	}

	static class Caller {

		Caller(ClerkBackendClient clerk) {
		}

	}

	static class MachineCaller {

		MachineCaller(MachineTokenFilter filter) {
		}

	}

	static class RelayCaller {

		RelayCaller(TokenRelayFilter filter) {
		}

	}

	static class Empty {

		@RequiresRole("")
		void call() {
		}

	}

	static class Twice {

		@RequiresRole("org:admin")
		@PreAuthorize("isAuthenticated()")
		void call() {
		}

	}

	static class NoTypes {

		@AcceptsTokens({})
		void call() {
		}

	}

	static class TwoScopes {

		@RequiresScope("invoices:read invoices:write")
		void call() {
		}

	}

	static class Replaced {

		@Replacing(role = "org:guest")
		void call() {
		}

	}

	@Retention(RetentionPolicy.RUNTIME)
	@RequiresRole("org:admin")
	@interface Replacing {

		String role();

	}

	static class NoKeys implements ClerkConnectionDetails {

		@Override
		public String apiUrl() {
			return "http://127.0.0.1:1";
		}

		@Override
		public @Nullable ClerkSecretKey secretKey() {
			return null;
		}

		@Override
		public @Nullable ClerkPublishableKey publishableKey() {
			return null;
		}

	}

}
