package io.github.clerkspring.security.outbound;

/**
 * State of a {@link MachineTokenProvider}.
 *
 * @param created the number of tokens that Clerk returned
 * @param failures the number of failed creations
 * @param cacheHits the number of uses of a token that was already available
 */
public record MachineTokenState(long created, long failures, long cacheHits) {

}
