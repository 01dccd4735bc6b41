package io.github.clerkspring.emulator;

import io.github.clerkspring.emulator.signin.SignUps;

/**
 * Sign-ups of the emulated instance, which are operations of the Frontend API.
 */
public final class EmulatedSignUps {

	private final EmulatorEngine engine;

	EmulatedSignUps(EmulatorEngine engine) {
		this.engine = engine;
	}

	/**
	 * Starts a sign-up, which is abandoned after one day.
	 * @param emailAddress the e-mail address, unverified
	 * @return the id of the sign-up
	 */
	public String begin(String emailAddress) {
		return this.engine.transaction((tx) -> SignUps.begin(tx, emailAddress));
	}

	/**
	 * Completes a sign-up with a verified address: creates the user and a session, and
	 * updates the waiting list.
	 * @param signUpId the id of the sign-up
	 * @return the id of the session
	 */
	public String complete(String signUpId) {
		return this.engine.transaction((tx) -> SignUps.complete(tx, signUpId));
	}

}
