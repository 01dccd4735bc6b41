package io.github.clerkspring.test.requests;

import org.assertj.core.api.Assertions;

import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.webhook.inbox.Inbox;

/**
 * Assertions about an emulator, beside those of AssertJ.
 *
 * <pre class="code">
 * assertThat(emulator).received("PATCH /users/{user_id}").withBodyField("first_name", "Ada").once();
 * </pre>
 */
public final class ClerkAssertions extends Assertions {

	private ClerkAssertions() {
	}

	/**
	 * Begin assertions about the requests that an emulator has got.
	 * @param emulator the emulator
	 * @return the assertions
	 */
	public static ClerkEmulatorAssert assertThat(ClerkEmulator emulator) {
		return new ClerkEmulatorAssert(emulator);
	}

	/**
	 * Begin assertions about the webhooks that an application received.
	 * @param inbox the inbox of the application
	 * @return the assertions
	 */
	public static InboxAssert assertThat(Inbox inbox) {
		return new InboxAssert(inbox);
	}

}
