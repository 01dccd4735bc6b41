package io.github.clerkspring.benchmark;

import java.util.Map;

import io.github.clerkspring.emulator.ClerkEmulator;

/**
 * Fills an emulator with people as an application would have them.
 */
final class EmulatorUsers {

	private EmulatorUsers() {
	}

	static String id(int number) {
		return "user_%08d".formatted(number);
	}

	static String emailAddress(int number) {
		return "person%08d@example.com".formatted(number);
	}

	static void create(ClerkEmulator clerk, int count) {
		for (int i = 0; i < count; i++) {
			int number = i;
			clerk.users()
				.create((user) -> user.id(id(number))
					.emailAddress(emailAddress(number))
					.firstName("Person")
					.lastName("Number " + number)
					.publicMetadata(Map.of("plan", "pro", "seat", number)));
		}
	}

}
