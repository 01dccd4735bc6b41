package io.github.clerkspring.emulator.machines;

import java.util.Arrays;
import java.util.List;

/**
 * Lists in one text, separated by spaces.
 */
public final class Scopes {

	private Scopes() {
	}

	public static List<String> split(String scopes) {
		return Arrays.stream(scopes.split(" ")).filter((scope) -> !scope.isEmpty()).toList();
	}

}
