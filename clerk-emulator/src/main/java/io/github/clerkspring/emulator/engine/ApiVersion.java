package io.github.clerkspring.emulator.engine;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.emulator.store.ApiException;

/**
 * A version of the Backend API. Versions are dates and compare as such.
 *
 * @param value the date, as {@code 2026-05-12}
 */
public record ApiVersion(String value) {

	private static final List<String> KNOWN = List.of("2021-02-05", "2024-10-01", "2025-03-12", "2025-04-10",
			"2025-11-10", "2026-05-12");

	/**
	 * The newest version that the emulator speaks.
	 */
	public static final ApiVersion LATEST = new ApiVersion(KNOWN.get(KNOWN.size() - 1));

	/**
	 * Reads the version of a request.
	 * @param header the value of {@code Clerk-API-Version}
	 * @param parameter the value of {@code __clerk_api_version}
	 * @return the version, the newest if the request names none
	 * @throws ApiException if the versions differ or the version is unknown
	 */
	public static ApiVersion of(@Nullable String header, @Nullable String parameter) {
		if (header != null && parameter != null) {
			throw ApiException.badRequest("api_version_invalid",
					"Name the API version by header or by query parameter, not by both.");
		}
		String value = (header != null) ? header : parameter;
		if (value == null) {
			return LATEST;
		}
		if (!KNOWN.contains(value)) {
			throw ApiException.badRequest("api_version_invalid", "There is no API version " + value);
		}
		return new ApiVersion(value);
	}

	/**
	 * Whether this is an older version than the given one.
	 * @param date the other version
	 * @return true if older
	 */
	public boolean isBefore(String date) {
		return this.value.compareTo(date) < 0;
	}

}
