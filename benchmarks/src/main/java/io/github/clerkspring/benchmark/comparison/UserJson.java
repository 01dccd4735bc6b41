package io.github.clerkspring.benchmark.comparison;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * JSON of a user as Clerk's Backend API returns it.
 */
final class UserJson {

	static final String ID = "user_2abcdefghijklmnopqrstuvwxyz";

	private UserJson() {
	}

	static byte[] one() {
		try (InputStream json = UserJson.class.getResourceAsStream("user.json")) {
			if (json == null) {
				throw new IllegalStateException("user.json is missing");
			}
			return json.readAllBytes();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static byte[] list(int first, int count) {
		String user = new String(one(), StandardCharsets.UTF_8).strip();
		return IntStream.range(first, first + count)
			.mapToObj((number) -> user.replace(ID, "user_%027d".formatted(number)))
			.collect(Collectors.joining(",", "[", "]"))
			.getBytes(StandardCharsets.UTF_8);
	}

}
