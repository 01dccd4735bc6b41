package io.github.clerkspring.client;

import java.time.Duration;
import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import io.github.clerkspring.client.ClerkServer.Answer;
import io.github.clerkspring.client.core.Secret;
import io.github.clerkspring.client.user.CreateUserRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

class SecrecyTests {

	private static final Duration LIMIT = Duration.ofSeconds(10);

	@Test
	void noSecretReachesALogAtAnyLevel() {
		ListAppender<ILoggingEvent> appender = new ListAppender<>();
		Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
		Level level = root.getLevel();
		appender.start();
		root.addAppender(appender);
		root.setLevel(Level.TRACE);
		try (ClerkServer server = new ClerkServer()
			.answer(200, "{\"jwt\":\"planted-answer\",\"token\":\"planted-answer\"}")
			.answer(200, "{\"verified\":true}")
			.answer(200, "{\"id\":\"user_1\"}")
			.answer(new Answer(422, "text/plain", "planted-error"));
				ClerkBackendClient clerk = server.client().machineSecretKey(new Secret("ak_planted-machine")).build()) {
			assertThat(clerk.signInTokens().revoke("sit_1").block(LIMIT)).asString().doesNotContain("planted");
			clerk.users().verifyPassword("user_1", "planted-password").block(LIMIT);
			CreateUserRequest request = CreateUserRequest.create().password("planted-password");
			assertThat(request).asString().doesNotContain("planted");
			clerk.users().create(request).block(LIMIT);
			assertThatException().isThrownBy(() -> clerk.users().create(request).block(LIMIT))
				.satisfies((ex) -> assertThat(ex).asString().doesNotContain("planted"));
		}
		finally {
			root.setLevel(level);
			root.detachAppender(appender);
		}
		List<String> lines = List.copyOf(appender.list)
			.stream()
			.filter((event) -> isOfTheClient(event))
			.map(ILoggingEvent::getFormattedMessage)
			.toList();
		assertThat(lines).isNotEmpty().noneMatch((line) -> line.contains("planted"));
	}

	private static boolean isOfTheClient(ILoggingEvent event) {
		return !event.getLoggerName().startsWith("reactor.netty.http.server");
	}

}
