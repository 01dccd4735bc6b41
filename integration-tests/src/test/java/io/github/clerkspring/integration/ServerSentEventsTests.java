package io.github.clerkspring.integration;

import java.net.http.HttpResponse;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.task.support.TaskExecutorAdapter;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.method.configuration.EnableReactiveMethodSecurity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.config.annotation.AsyncSupportConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import reactor.core.publisher.Flux;

import io.github.clerkspring.security.CurrentUserId;
import io.github.clerkspring.security.authorization.RequiresReverification;
import io.github.clerkspring.security.authorization.RequiresRole;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Streams of events, with a token in the header, and in the cookie as {@code EventSource}
 * of a browser sends it.
 */
class ServerSentEventsTests {

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void streamsAreSecuredLikeOtherResponses(WebApplicationType type) {
		try (ClerkApplication application = new ClerkApplication(type, Application.class, Map.of())) {
			HttpResponse<String> events = application.get("/events", application.admin().mint(), "Accept",
					"text/event-stream");
			assertThat(events.statusCode()).isEqualTo(200);
			assertThat(events.body()).isEqualTo("id:1\ndata:%s\n\nid:2\ndata:%1$s\n\n".formatted(application.userId()));
			assertThat(application.get("/events", application.member().mint()).statusCode()).isEqualTo(403);
			assertThat(application.get("/events", null).statusCode()).isEqualTo(401);
			assertThat(
					application.get("/events", null, "Cookie", "__session=" + application.admin().mint()).statusCode())
				.isEqualTo(401);
			HttpResponse<String> stale = application.get("/payments", application.admin().factorAges(10, -1).mint(),
					"Accept", "text/event-stream");
			assertThat(stale.statusCode()).isEqualTo(403);
			assertThat(stale.headers().firstValue("Content-Type")).hasValue("application/json");
			assertThat(stale.body()).contains("reverification-error");
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void eventSourceSendsTheCookie(WebApplicationType type) {
		try (ClerkApplication application = new ClerkApplication(type, Application.class,
				Map.of("clerk.session.cookie.enabled", "true"))) {
			HttpResponse<String> events = application.get("/events", null, "Accept", "text/event-stream", "Cookie",
					"__session=" + application.admin().mint());
			assertThat(events.statusCode()).isEqualTo(200);
			assertThat(events.body()).contains("data:" + application.userId());
			assertThat(
					application.get("/events", null, "Cookie", "__session=" + application.member().mint()).statusCode())
				.isEqualTo(403);
		}
	}

	@Configuration(proxyBeanMethods = false)
	@Import({ Controller.class, StreamsOfServlets.class })
	static class Application {

		@Configuration(proxyBeanMethods = false)
		@ConditionalOnWebApplication(type = Type.SERVLET)
		@EnableMethodSecurity
		static class Servlet {

		}

		@Configuration(proxyBeanMethods = false)
		@ConditionalOnWebApplication(type = Type.REACTIVE)
		@EnableReactiveMethodSecurity
		static class Reactive {

		}

	}

	/**
	 * Sends streams in the thread of the request. Spring Security and Spring MVC access
	 * the headers of the response while another thread would send them
	 * (spring-security#15510, spring-framework#25057).
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = Type.SERVLET)
	static class StreamsOfServlets implements WebMvcConfigurer {

		@Override
		public void configureAsyncSupport(AsyncSupportConfigurer configurer) {
			configurer.setTaskExecutor(new TaskExecutorAdapter(Runnable::run));
		}

	}

	@RestController
	static class Controller {

		@GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
		@RequiresRole("org:admin")
		Flux<ServerSentEvent<String>> events(@CurrentUserId String userId) {
			return Flux.just("1", "2").map((id) -> ServerSentEvent.builder(userId).id(id).build());
		}

		@GetMapping(path = "/payments", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
		@RequiresReverification
		Flux<ServerSentEvent<String>> payments() {
			return Flux.just(ServerSentEvent.builder("paid").build());
		}

	}

}
