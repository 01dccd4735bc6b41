package io.github.clerkspring.integration;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageChannel;
import org.springframework.messaging.simp.SimpMessageType;
import org.springframework.messaging.simp.config.ChannelRegistration;
import org.springframework.messaging.simp.config.MessageBrokerRegistry;
import org.springframework.messaging.simp.stomp.StompCommand;
import org.springframework.messaging.simp.stomp.StompHeaderAccessor;
import org.springframework.messaging.support.ChannelInterceptor;
import org.springframework.messaging.support.MessageHeaderAccessor;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.socket.EnableWebSocketSecurity;
import org.springframework.security.messaging.access.intercept.MessageMatcherDelegatingAuthorizationManager;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.web.socket.config.annotation.EnableWebSocketMessageBroker;
import org.springframework.web.socket.config.annotation.StompEndpointRegistry;
import org.springframework.web.socket.config.annotation.WebSocketMessageBrokerConfigurer;

import io.github.clerkspring.security.authorization.ClerkAuthorization;
import io.github.clerkspring.security.session.ClerkJwtAuthenticationConverter;

/**
 * Example of docs/authorization.md.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSocketMessageBroker
@EnableWebSocketSecurity
@Order(Ordered.HIGHEST_PRECEDENCE + 99)
class StompConfiguration implements WebSocketMessageBrokerConfigurer {

	private final JwtDecoder decoder;

	private final ClerkJwtAuthenticationConverter converter;

	StompConfiguration(JwtDecoder decoder, ClerkJwtAuthenticationConverter converter) {
		this.decoder = decoder;
		this.converter = converter;
	}

	@Override
	public void registerStompEndpoints(StompEndpointRegistry registry) {
		registry.addEndpoint("/stomp");
	}

	@Override
	public void configureMessageBroker(MessageBrokerRegistry registry) {
		registry.setApplicationDestinationPrefixes("/app");
		registry.enableSimpleBroker("/queue", "/topic");
	}

	@Override
	public void configureClientInboundChannel(ChannelRegistration registration) {
		registration.interceptors(new ChannelInterceptor() {
			@Override
			public Message<?> preSend(Message<?> message, MessageChannel channel) {
				StompHeaderAccessor frame = MessageHeaderAccessor.getAccessor(message, StompHeaderAccessor.class);
				if (frame != null && frame.getCommand() == StompCommand.CONNECT) {
					String header = frame.getFirstNativeHeader("Authorization");
					if (header == null || !header.startsWith("Bearer ")) {
						throw new InvalidBearerTokenException("The frame has no token");
					}
					frame.setUser(StompConfiguration.this.converter
						.convert(StompConfiguration.this.decoder.decode(header.substring("Bearer ".length()))));
				}
				return message;
			}
		});
	}

	@Bean
	static AuthorizationManager<Message<?>> messageAuthorization(
			MessageMatcherDelegatingAuthorizationManager.Builder messages) {
		return messages
			.simpTypeMatchers(SimpMessageType.CONNECT, SimpMessageType.HEARTBEAT, SimpMessageType.UNSUBSCRIBE,
					SimpMessageType.DISCONNECT)
			.permitAll()
			.simpMessageDestMatchers("/app/rule")
			.access(ClerkAuthorization.role("org:admin"))
			.anyMessage()
			.authenticated()
			.build();
	}

	@Bean
	static ChannelInterceptor csrfChannelInterceptor() {
		// The token in the CONNECT frame is not sent by the browser itself
		return new ChannelInterceptor() {
		};
	}

}
