package io.github.clerkspring.webhook.servlet;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.core.task.support.TaskExecutorAdapter;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.support.TransactionTemplate;

import io.github.clerkspring.webhook.SignedRequest;
import io.github.clerkspring.webhook.WebhookOptions;
import io.github.clerkspring.webhook.WebhookReceiver;
import io.github.clerkspring.webhook.WebhookReport;
import io.github.clerkspring.webhook.event.ClerkEventReader;
import io.github.clerkspring.webhook.inbox.MemoryInbox;
import io.github.clerkspring.webhook.signature.WebhookSecret;
import io.github.clerkspring.webhook.signature.WebhookVerifier;

import static org.assertj.core.api.Assertions.assertThat;

class WebhookFilterTests {

	private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

	private static final String BODY = "{\"type\":\"user.created\",\"timestamp\":1793534399,\"data\":{\"id\":\"user_1\"}}";

	private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);

	private final List<Thread> threads = new ArrayList<>();

	private final List<WebhookReport> reports = new ArrayList<>();

	private final WebhookReceiver receiver = new WebhookReceiver(
			new WebhookVerifier(List.of(WebhookSecret.valueOf(SignedRequest.SECRET)), this.clock),
			new ClerkEventReader(), new MemoryInbox(10, Runnable::run, this.clock),
			(event) -> this.threads.add(Thread.currentThread()),
			new WebhookOptions(1024, Duration.ofSeconds(10), false, null), this.clock, List.of(this.reports::add));

	@Test
	void tooManyAtOnceAreUnavailable() throws Exception {
		AsyncTaskExecutor full = new TaskExecutorAdapter((task) -> {
			throw new TaskRejectedException("full");
		});
		assertThat(post(full).getStatus()).isEqualTo(503);
		assertThat(this.threads).isEmpty();
	}

	@Test
	void takesPartInTheTransactionOfTest() {
		AsyncTaskExecutor unused = new TaskExecutorAdapter((task) -> {
			throw new TaskRejectedException("not to be used");
		});
		new TransactionTemplate(
				new DataSourceTransactionManager(new DriverManagerDataSource("jdbc:h2:mem:filter", "sa", "")))
			.executeWithoutResult((status) -> {
				try {
					assertThat(post(unused).getStatus()).isEqualTo(204);
				}
				catch (Exception ex) {
					throw new IllegalStateException(ex);
				}
			});
		assertThat(this.threads).containsExactly(Thread.currentThread());
	}

	@Test
	void reportsTypeOutcomeAndLag() throws Exception {
		assertThat(post(new TaskExecutorAdapter(Runnable::run)).getStatus()).isEqualTo(204);
		assertThat(this.reports).singleElement().satisfies((report) -> {
			assertThat(report.type()).isEqualTo("user.created");
			assertThat(report.outcome().value()).isEqualTo("handled");
			assertThat(report.lag()).isEqualTo(Duration.ofSeconds(1));
		});
	}

	private MockHttpServletResponse post(AsyncTaskExecutor executor) throws Exception {
		MockHttpServletRequest request = new MockHttpServletRequest("POST", "/webhooks/clerk");
		SignedRequest.headers("svix-", SignedRequest.SECRET, "msg_1", NOW, BODY)
			.forEach((name, values) -> request.addHeader(name, values.get(0)));
		request.setContent(SignedRequest.bytes(BODY));
		MockHttpServletResponse response = new MockHttpServletResponse();
		new WebhookFilter(this.receiver, executor).doFilter(request, response, new MockFilterChain());
		return response;
	}

}
