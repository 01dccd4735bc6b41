package io.github.clerkspring.emulator.instance;

import io.github.clerkspring.emulator.store.Transaction;

/**
 * The keys and the host of the instance.
 *
 * @param secretKey the secret key
 * @param publishableKey the publishable key
 * @param frontendApi the host of the Frontend API, without scheme
 */
public record Settings(String secretKey, String publishableKey, String frontendApi) {

	public static Settings of(Transaction tx) {
		return tx.part(Settings.class);
	}

	/**
	 * The id of the instance.
	 * @return always the same
	 */
	public String instanceId() {
		return "ins_2emulatorInstance0000000000";
	}

	/**
	 * The issuer of tokens.
	 * @return {@code https://} and the host
	 */
	public String issuer() {
		return "https://" + this.frontendApi;
	}

	@Override
	public String toString() {
		return "Settings[" + this.frontendApi + "]";
	}

}
