package io.github.clerkspring.benchmark.comparison;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes session tokens and their key set to files, for load generators.
 */
public final class TokenFiles {

	private TokenFiles() {
	}

	/**
	 * Write the files.
	 * @param args the directory and the number of tokens, which all have the same length
	 * @throws Exception if the files cannot be written
	 */
	public static void main(String[] args) throws Exception {
		Path directory = Files.createDirectories(Path.of(args[0]));
		Tokens tokens = new Tokens();
		Files.write(directory.resolve("tokens"), tokens.mint(Integer.parseInt(args[1])));
		Files.writeString(directory.resolve("jwks.json"), tokens.keySet());
	}

}
