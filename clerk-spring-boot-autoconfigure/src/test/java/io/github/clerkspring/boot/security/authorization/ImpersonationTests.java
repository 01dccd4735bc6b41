package io.github.clerkspring.boot.security.authorization;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;

import io.github.clerkspring.boot.security.RunningApplication;
import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.security.ClerkSession;
import io.github.clerkspring.security.ClerkSession.Actor.Kind;

import static org.assertj.core.api.Assertions.assertThat;

class ImpersonationTests {

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void authenticationEventsHaveUserAndActor(WebApplicationType type) {
		try (ClerkEmulator clerk = ClerkEmulator.start();
				RunningApplication application = RunningApplication.start(type, clerk, Application.class)) {
			String userId = clerk.users().create("ada@example.com");
			Events events = application.context().getBean(Events.class);
			check(application, events, clerk.sessionToken(userId).actor(Map.of("sub", "user_2")).mint(),
					Kind.ACTOR_TOKEN, "user_2");
			check(application, events,
					clerk.sessionToken(userId).actor(Map.of("sub", "agent_1", "type", "agent")).mint(), Kind.AGENT,
					"agent_1");
			check(application, events,
					clerk.sessionToken(userId)
						.actor(Map.of("sub", "user_2", "iss", "https://dashboard.clerk.com", "sid", "sess_2"))
						.mint(),
					Kind.DASHBOARD, "user_2");
		}
	}

	private static void check(RunningApplication application, Events events, String token, Kind kind, String subject) {
		events.all().clear();
		assertThat(application.status(HttpMethod.GET, "/call/LAX", token)).isEqualTo(200);
		assertThat(events.all()).singleElement()
			.extracting((event) -> event.getAuthentication().getPrincipal())
			.isInstanceOfSatisfying(ClerkSession.class, (session) -> {
				assertThat(session.userId()).startsWith("user_");
				assertThat(session.actor().kind()).isEqualTo(kind);
				assertThat(session.actor().subject()).isEqualTo(subject);
				assertThat(session.toString()).contains(session.userId(), subject);
			});
	}

	@Configuration(proxyBeanMethods = false)
	@Import(SecuredApplication.class)
	static class Application {

		@Bean
		Events events() {
			return new Events(new ConcurrentLinkedQueue<>());
		}

	}

	record Events(Queue<AuthenticationSuccessEvent> all) {

		@EventListener
		void on(AuthenticationSuccessEvent event) {
			this.all.add(event);
		}

	}

}
