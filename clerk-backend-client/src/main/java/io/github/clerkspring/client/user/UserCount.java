package io.github.clerkspring.client.user;

/** How many users there are. */
public record UserCount(long totalCount) {

}
