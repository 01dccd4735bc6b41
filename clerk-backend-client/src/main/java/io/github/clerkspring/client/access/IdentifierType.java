package io.github.clerkspring.client.access;

import com.fasterxml.jackson.annotation.JsonValue;

/** Type of an identifier on the allowlist or blocklist. */
public record IdentifierType(@JsonValue String value) {

	public static final IdentifierType EMAIL_ADDRESS = new IdentifierType("email_address");

	public static final IdentifierType PHONE_NUMBER = new IdentifierType("phone_number");

	public static final IdentifierType WEB3_WALLET = new IdentifierType("web3_wallet");

	@Override
	public String toString() {
		return this.value;
	}

}
