package io.github.clerkspring.sample.quickstart;

import java.util.concurrent.atomic.AtomicLong;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

import io.github.clerkspring.webhook.event.UserEvent;

/**
 * Counts users who signed up, as webhooks report them.
 */
@Component
class SignUps {

	private final AtomicLong count = new AtomicLong();

	@EventListener
	Mono<Void> on(UserEvent.Created event) {
		return Mono.fromRunnable(this.count::incrementAndGet);
	}

	long count() {
		return this.count.get();
	}

}
