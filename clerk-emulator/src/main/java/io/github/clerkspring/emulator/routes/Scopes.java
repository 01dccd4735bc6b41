package io.github.clerkspring.emulator.routes;

import java.util.Arrays;
import java.util.List;

/**
 * Lists in one text, separated by spaces.
 */
final class Scopes {

	private Scopes() {
	}

	static List<String> split(String scopes) {
		return Arrays.stream(scopes.split(" ")).filter((scope) -> !scope.isEmpty()).toList();
	}

}
