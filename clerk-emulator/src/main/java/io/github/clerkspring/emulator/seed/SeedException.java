package io.github.clerkspring.emulator.seed;

/**
 * A seed that cannot be. The message names the place.
 */
public final class SeedException extends IllegalArgumentException {

	private final String path;

	/**
	 * Creates the exception.
	 * @param path where it is wrong, as {@code users[2].email_address}, or empty for the
	 * whole
	 * @param line the line, counted from 1, or 0 if it is not known
	 * @param message the error
	 */
	public SeedException(String path, int line, String message) {
		super(place(path, line) + message);
		this.path = path;
	}

	/**
	 * Where it is wrong.
	 * @return the path, as {@code users[2].email_address}, or empty for the whole
	 */
	public String path() {
		return this.path;
	}

	private static String place(String path, int line) {
		if (line == 0) {
			return (path.isEmpty()) ? "" : path + ": ";
		}
		return ((path.isEmpty()) ? "line " + line : path + " (line " + line + ")") + ": ";
	}

}
