package io.github.clerkspring.sample.webmvc;

import java.util.concurrent.atomic.AtomicLong;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import io.github.clerkspring.webhook.event.UserEvent;

/**
 * Counts users who signed up, as webhooks report them.
 */
@Component
class SignUps {

	private final AtomicLong count = new AtomicLong();

	@EventListener
	void on(UserEvent.Created event) {
		this.count.incrementAndGet();
	}

	long count() {
		return this.count.get();
	}

}
