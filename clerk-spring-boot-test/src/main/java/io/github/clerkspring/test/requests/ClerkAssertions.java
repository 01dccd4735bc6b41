package io.github.clerkspring.test.requests;

import org.assertj.core.api.Assertions;

import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.webhook.inbox.Inbox;

/**
 * Entry point for assertions about an emulator, in addition to the assertions of AssertJ.
 *
 * <pre class="code">
 * assertThat(emulator).received("PATCH /users/{user_id}").withBodyField("first_name", "Ada").once();
 * </pre>
 */
public final class ClerkAssertions extends Assertions {

	private ClerkAssertions() {
	}

	/**
	 * Create assertions about the requests received by an emulator.
	 * @param emulator the emulator
	 * @return the assertions
	 */
	public static ClerkEmulatorAssert assertThat(ClerkEmulator emulator) {
		return new ClerkEmulatorAssert(emulator);
	}

	/**
	 * Create assertions about the webhooks received by an application.
	 * @param inbox the inbox of the application
	 * @return the assertions
	 */
	public static InboxAssert assertThat(Inbox inbox) {
		return new InboxAssert(inbox);
	}

}
