package io.github.clerkspring.webhook;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

/**
 * Options of a {@link WebhookReceiver}.
 *
 * @param maxBodySize the maximum size of a body in bytes
 * @param timeLimit the maximum duration of the listeners before the response has status
 * 503
 * @param acceptThenProcess whether deliveries are stored immediately and handled later
 * @param instanceId the id of the only accepted Clerk instance, or {@code null} to accept
 * any instance
 */
public record WebhookOptions(int maxBodySize, Duration timeLimit, boolean acceptThenProcess,
		@Nullable String instanceId) {

	public WebhookOptions {
		Assert.isTrue(maxBodySize > 0 && maxBodySize < Integer.MAX_VALUE - 8, "maxBodySize must be positive");
		Assert.isTrue(timeLimit.toMillis() > 0, "timeLimit must be positive");
	}

}
