package io.github.clerkspring.test.session;

import java.math.BigInteger;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Permissions in the encoding of version 2 tokens: features, names, and a bit mask of the
 * names for each feature.
 *
 * @param features all features, starting with the features of the organization
 * @param names the names of the permissions
 * @param masks the bit masks in the order of the features
 */
record PermissionMasks(String features, String names, String masks) {

	static PermissionMasks of(Collection<String> permissions, Collection<String> features) {
		List<String> names = permissions.stream().map((permission) -> permission.split(":")[2]).distinct().toList();
		Map<String, BigInteger> masks = new LinkedHashMap<>();
		Map<String, String> owners = new LinkedHashMap<>();
		for (String permission : permissions) {
			String[] parts = permission.split(":");
			masks.merge(parts[1], BigInteger.ZERO.setBit(names.indexOf(parts[2])), BigInteger::or);
			owners.put(parts[1], "o");
		}
		for (String feature : features) {
			String[] parts = feature.split(":");
			owners.merge(parts[1], parts[0], String::concat);
		}
		List<String> slugs = organizationFirst(owners);
		return new PermissionMasks(
				join(slugs.stream().map((slug) -> scope(owners.getOrDefault(slug, "")) + ":" + slug)),
				String.join(",", names),
				join(slugs.stream().map((slug) -> masks.getOrDefault(slug, BigInteger.ZERO).toString())));
	}

	private static List<String> organizationFirst(Map<String, String> owners) {
		// Clerk's libraries differ for masks that follow a feature of the user
		return Stream
			.concat(owners.keySet().stream().filter((slug) -> owners.getOrDefault(slug, "").contains("o")),
					owners.keySet().stream().filter((slug) -> !owners.getOrDefault(slug, "").contains("o")))
			.toList();
	}

	private static String scope(String owners) {
		return ((owners.contains("o")) ? "o" : "") + ((owners.contains("u")) ? "u" : "");
	}

	private static String join(Stream<String> parts) {
		return parts.collect(Collectors.joining(","));
	}

}
