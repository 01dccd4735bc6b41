package io.github.clerkspring.security.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * JSON objects that strain a parser: names with equal hashes, many names, depth, long
 * numbers and broken text. All of it is reproducible.
 */
public final class HostileJson {

	/**
	 * About 8 KB of base64.
	 */
	private static final int MAX_LENGTH = 6_000;

	private static final int NAME_BITS = 13;

	private static final int NAMES_PER_OBJECT = 180;

	private HostileJson() {
	}

	/**
	 * Return objects whose names have equal lengths and equal hashes in Jackson's table
	 * of names, whatever its seed. No name appears in two of them.
	 * @param count how many, 45 at most
	 * @return the objects
	 */
	public static List<String> withCollidingNames(int count) {
		// 33 * 'A' + 'b' equals 33 * 'B' + 'A'
		return withCollidingNames(count, "Ab", "BA");
	}

	private static List<String> withCollidingNames(int count, String... pair) {
		return IntStream.range(0, count).mapToObj((number) -> withNames(number * NAMES_PER_OBJECT, pair)).toList();
	}

	private static String withNames(int first, String[] pair) {
		return IntStream.range(first, first + NAMES_PER_OBJECT)
			.mapToObj((number) -> "\"" + name(number, pair) + "\":0")
			.collect(Collectors.joining(",", "{", "}"));
	}

	private static String name(int number, String[] pair) {
		StringBuilder name = new StringBuilder();
		for (int bit = 0; bit < NAME_BITS; bit++) {
			name.append(pair[number >> bit & 1]);
		}
		return name.toString();
	}

	/**
	 * Return objects of all kinds.
	 * @param count how many
	 * @param seed what decides on them
	 * @return the objects
	 */
	public static List<String> ofAllKinds(int count, long seed) {
		Random random = new Random(seed);
		List<String> colliding = new ArrayList<>(withCollidingNames(45));
		// Equal hashes of strings
		colliding.addAll(withCollidingNames(45, "Aa", "BB"));
		return IntStream.range(0, count).mapToObj((number) -> switch (number % 8) {
			case 0, 1, 2 -> colliding.get(random.nextInt(colliding.size()));
			case 3 -> withRandomNames(random);
			case 4 -> "{\"deep\":" + "[".repeat(1 + random.nextInt(5_000));
			case 5 -> "{\"deep\":" + "{\"a\":".repeat(1 + random.nextInt(1_000));
			case 6 -> "{\"number\":" + "9".repeat(1 + random.nextInt(5_000)) + "}";
			default -> broken(random, colliding);
		}).toList();
	}

	private static String withRandomNames(Random random) {
		StringBuilder json = new StringBuilder("{\"a\":0");
		while (json.length() < MAX_LENGTH) {
			json.append(",\"").append(Long.toString(random.nextLong(), 36)).append("\":").append(random.nextInt());
		}
		return json.append('}').toString();
	}

	private static String broken(Random random, List<String> colliding) {
		String json = colliding.get(random.nextInt(colliding.size()));
		int place = random.nextInt(json.length());
		return json.substring(0, place) + (char) random.nextInt(0x100) + json.substring(place + 1);
	}

	/**
	 * Return unsigned tokens with such objects as payload.
	 * @param objects the objects
	 * @return a token for each
	 */
	public static List<String> tokens(List<String> objects) {
		String header = TokenForge.encode("{\"alg\":\"none\",\"kid\":\"ins_a\"}");
		return objects.stream().map((object) -> header + "." + TokenForge.encode(object) + ".AAAA").toList();
	}

}
