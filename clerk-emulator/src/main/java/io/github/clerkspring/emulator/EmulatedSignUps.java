package io.github.clerkspring.emulator;

import io.github.clerkspring.emulator.signin.SignUps;

/**
 * The sign-ups of the emulated instance, which browsers begin and finish at the Frontend
 * API.
 */
public final class EmulatedSignUps {

	private final EmulatorEngine engine;

	EmulatedSignUps(EmulatorEngine engine) {
		this.engine = engine;
	}

	/**
	 * Begins a sign-up, which is abandoned after a day.
	 * @param emailAddress the address, which is not verified yet
	 * @return the id of the sign-up
	 */
	public String begin(String emailAddress) {
		return this.engine.transaction((tx) -> SignUps.begin(tx, emailAddress));
	}

	/**
	 * Finishes a sign-up, as if the address had been verified: creates the user and a
	 * session, and updates the waiting list.
	 * @param signUpId the id of the sign-up
	 * @return the id of the session
	 */
	public String complete(String signUpId) {
		return this.engine.transaction((tx) -> SignUps.complete(tx, signUpId));
	}

}
