package io.github.clerkspring.security;

/**
 * Snapshot of the state of the cache of verified tokens.
 *
 * @param maximumSize the maximum number of tokens of ordinary size; zero if the cache is
 * disabled
 * @param size the approximate number of tokens
 * @param hits the number of lookups that found a token
 * @param misses the number of lookups that found none
 * @param evictions the number of tokens removed for lack of space or because they expired
 */
public record VerifiedTokenCacheState(long maximumSize, long size, long hits, long misses, long evictions) {

}
