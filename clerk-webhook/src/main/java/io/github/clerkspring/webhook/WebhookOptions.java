package io.github.clerkspring.webhook;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

/**
 * Options of a {@link WebhookReceiver}.
 *
 * @param maxBodySize the largest body in bytes
 * @param timeLimit how long listeners may take before the response is 503
 * @param acceptThenProcess whether deliveries are stored at once and handled later
 * @param instanceId the instance of Clerk that all events must belong to, or {@code null}
 * for any
 */
public record WebhookOptions(int maxBodySize, Duration timeLimit, boolean acceptThenProcess,
		@Nullable String instanceId) {

	public WebhookOptions {
		Assert.isTrue(maxBodySize > 0 && maxBodySize < Integer.MAX_VALUE - 8, "maxBodySize must be positive");
		Assert.isTrue(timeLimit.toMillis() > 0, "timeLimit must be positive");
	}

}
