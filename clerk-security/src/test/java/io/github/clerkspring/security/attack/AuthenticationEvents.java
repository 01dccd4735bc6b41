package io.github.clerkspring.security.attack;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationListener;
import org.springframework.security.authentication.event.AbstractAuthenticationEvent;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/**
 * Listens to what Spring Security tells of authentications.
 */
public final class AuthenticationEvents implements ApplicationListener<AbstractAuthenticationEvent> {

	private final BlockingQueue<AbstractAuthenticationEvent> events = new LinkedBlockingQueue<>();

	@Override
	public void onApplicationEvent(AbstractAuthenticationEvent event) {
		this.events.add(event);
	}

	public AbstractAuthenticationEvent only() {
		AbstractAuthenticationEvent event = this.events.poll();
		if (event == null || !this.events.isEmpty()) {
			throw new AssertionError("There should be one event, not " + ((event != null) ? event : "none"));
		}
		return event;
	}

	public void clear() {
		this.events.clear();
	}

	public static @Nullable String reason(AbstractAuthenticationEvent event) {
		return (event instanceof AbstractAuthenticationFailureEvent failure
				&& failure.getException().getCause() instanceof JwtValidationException refused)
						? refused.getErrors().iterator().next().getDescription() : null;
	}

}
