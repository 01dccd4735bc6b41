package io.github.clerkspring.client.user;

/** Number of users. */
public record UserCount(long totalCount) {

}
