package io.github.clerkspring.integration;

import java.lang.reflect.Type;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.messaging.converter.StringMessageConverter;
import org.springframework.messaging.handler.annotation.MessageMapping;
import org.springframework.messaging.simp.annotation.SendToUser;
import org.springframework.messaging.simp.stomp.StompFrameHandler;
import org.springframework.messaging.simp.stomp.StompHeaders;
import org.springframework.messaging.simp.stomp.StompSession;
import org.springframework.messaging.simp.stomp.StompSessionHandlerAdapter;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.stereotype.Controller;
import org.springframework.web.socket.WebSocketHttpHeaders;
import org.springframework.web.socket.client.standard.StandardWebSocketClient;
import org.springframework.web.socket.messaging.WebSocketStompClient;

import io.github.clerkspring.security.ClerkSession;
import io.github.clerkspring.security.CurrentSession;
import io.github.clerkspring.security.authorization.RequiresRole;
import io.github.clerkspring.security.servlet.ClerkResourceServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * STOMP over WebSocket: the token is part of the CONNECT frame.
 */
class StompTests {

	private static final Set<String> rolesOfCallers = ConcurrentHashMap.newKeySet();

	private static ClerkApplication application;

	private static WebSocketStompClient client;

	@BeforeAll
	static void start() {
		application = new ClerkApplication(WebApplicationType.SERVLET, Application.class, Map.of());
		client = new WebSocketStompClient(new StandardWebSocketClient());
		client.setMessageConverter(new StringMessageConverter());
	}

	@AfterAll
	static void stop() {
		client.stop();
		application.close();
	}

	@Test
	void messagesBelongToTheSessionOfTheirConnection() throws Exception {
		Client connection = connect(application.member().mint());
		assertThat(connection.ask("/app/me")).isEqualTo(application.userId() + " org_1");
		connection.session().disconnect();
	}

	@Test
	void messageRulesAndAnnotationsAreApplied() throws Exception {
		for (String destination : new String[] { "/app/rule", "/app/annotation" }) {
			Client admin = connect(application.admin().mint());
			assertThat(admin.ask(destination)).isEqualTo("ok");
			admin.session().disconnect();
		}
		Client member = connect(application.member().mint());
		member.session().send("/app/rule", "");
		member.ended().get(60, TimeUnit.SECONDS);
		assertThat(rolesOfCallers).containsExactly("org:admin");
		Client other = connect(application.member().mint());
		assertThat(other.ask("/app/annotation")).isEqualTo("denied");
		other.session().disconnect();
	}

	@Test
	void connectionsWithoutValidTokenAreRefused() {
		String expired = application.member().expired().mint();
		for (String token : new String[] { null, "nonsense", expired }) {
			assertThatThrownBy(() -> connect(token)).isInstanceOf(ExecutionException.class);
		}
	}

	private static Client connect(@Nullable String token)
			throws ExecutionException, InterruptedException, TimeoutException {
		StompHeaders headers = new StompHeaders();
		if (token != null) {
			headers.add("Authorization", "Bearer " + token);
		}
		CompletableFuture<Void> ended = new CompletableFuture<>();
		StompSession session = client
			.connectAsync(application.url("ws", "/stomp"), new WebSocketHttpHeaders(), headers, new Ending(ended))
			.get(60, TimeUnit.SECONDS);
		return new Client(session, ended);
	}

	private record Client(StompSession session, CompletableFuture<Void> ended) {

		String ask(String destination) throws Exception {
			CompletableFuture<String> reply = new CompletableFuture<>();
			this.session.subscribe("/user/queue/replies", new Replies(reply));
			// A message can overtake the subscription, and its reply is lost then
			for (int attempt = 1; attempt < 100 && !reply.isDone(); attempt++) {
				this.session.send(destination, "");
				reply.copy().completeOnTimeout("", 200, TimeUnit.MILLISECONDS).get();
			}
			return reply.get(60, TimeUnit.SECONDS);
		}

	}

	private record Replies(CompletableFuture<String> reply) implements StompFrameHandler {

		@Override
		public Type getPayloadType(StompHeaders headers) {
			return String.class;
		}

		@Override
		public void handleFrame(StompHeaders headers, @Nullable Object payload) {
			this.reply.complete(String.valueOf(payload));
		}

	}

	/**
	 * Notices the end of a connection. The server sends an ERROR frame before it closes
	 * the connection, but drops the frame if another thread is still sending.
	 */
	private static final class Ending extends StompSessionHandlerAdapter {

		private final CompletableFuture<Void> ended;

		Ending(CompletableFuture<Void> ended) {
			this.ended = ended;
		}

		@Override
		public void handleTransportError(StompSession session, Throwable exception) {
			this.ended.complete(null);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableMethodSecurity
	@Import({ StompConfiguration.class, Messages.class, Annotated.class })
	static class Application {

		@Bean
		SecurityFilterChain security(HttpSecurity http, ClerkResourceServer clerk) {
			return clerk.configure(http)
				.authorizeHttpRequests(
						(requests) -> requests.requestMatchers("/stomp").permitAll().anyRequest().authenticated())
				.build();
		}

	}

	@Controller
	static class Messages {

		private final Annotated annotated;

		Messages(Annotated annotated) {
			this.annotated = annotated;
		}

		@MessageMapping("/me")
		@SendToUser("/queue/replies")
		String me(@CurrentSession ClerkSession session) {
			return session.userId() + " " + session.organization().id();
		}

		@MessageMapping("/rule")
		@SendToUser("/queue/replies")
		String rule(@CurrentSession ClerkSession session) {
			rolesOfCallers.add(session.organization().role());
			return "ok";
		}

		@MessageMapping("/annotation")
		@SendToUser("/queue/replies")
		String annotation() {
			try {
				return this.annotated.work();
			}
			catch (org.springframework.security.access.AccessDeniedException ex) {
				return "denied";
			}
		}

	}

	static class Annotated {

		@RequiresRole("org:admin")
		String work() {
			return "ok";
		}

	}

}
