package io.github.clerkspring.client.user;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Web3 wallet of a user.
 *
 * @param web3Wallet the address of the wallet
 */
public record Web3Wallet(String id, String web3Wallet, @Nullable Verification verification, Instant createdAt,
		Instant updatedAt) {

}
