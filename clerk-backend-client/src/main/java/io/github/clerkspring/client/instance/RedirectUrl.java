package io.github.clerkspring.client.instance;

import java.time.Instant;

/** URL that native applications may be redirected to. */
public record RedirectUrl(String id, String url, Instant createdAt, Instant updatedAt) {

}
