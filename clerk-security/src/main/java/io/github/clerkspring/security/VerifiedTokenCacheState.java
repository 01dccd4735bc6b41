package io.github.clerkspring.security;

/**
 * What is known about the memory of verified tokens.
 *
 * @param maximumSize how many tokens of ordinary size may be remembered; zero if none are
 * @param size how many tokens are remembered, about
 * @param hits how often a token was remembered
 * @param misses how often a token was not
 * @param evictions how often a token was forgotten, for lack of room or at its end
 */
public record VerifiedTokenCacheState(long maximumSize, long size, long hits, long misses, long evictions) {

}
