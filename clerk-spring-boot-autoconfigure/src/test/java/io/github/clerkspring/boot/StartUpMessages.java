package io.github.clerkspring.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The messages of all exceptions that can end a start, read from the sources of this
 * module and of the types that read keys and annotations. Arguments are replaced by an
 * ellipsis.
 */
final class StartUpMessages {

	private static final Path MODULE = Path.of("src", "main", "java");

	private static final List<String> READERS = List.of(
			"../clerk-backend-client/src/main/java/io/github/clerkspring/client/core/ClerkPublishableKey.java",
			"../clerk-backend-client/src/main/java/io/github/clerkspring/client/core/ClerkSecretKey.java",
			"../clerk-security/src/main/java/io/github/clerkspring/security/authorization/RequirementAnnotations.java",
			"../clerk-security/src/main/java/io/github/clerkspring/security/keys/PublicKeyPem.java",
			"../clerk-security/src/main/java/io/github/clerkspring/security/keys/VerificationKey.java",
			"../clerk-webhook/src/main/java/io/github/clerkspring/webhook/signature/WebhookSecret.java");

	private static final String LITERAL = "\"(?:[^\"\\\\]|\\\\[\\s\\S])*\"";

	private static final Pattern STATEMENT = Pattern.compile("(?<call>new ClerkConfigurationException"
			+ "|new FailureAnalysis|\\bexception|new IllegalArgumentException|Assert\\.\\w+)\\((?<arguments>(?:[^;\"]|"
			+ LITERAL + ")*);");

	private static final Pattern TEXT = Pattern.compile(LITERAL + "(?:\\s*\\+\\s*" + LITERAL + ")*");

	private static final Pattern WORDS = Pattern.compile("[A-Za-z'] [A-Za-z']");

	private StartUpMessages() {
	}

	static List<String> all() {
		return Stream.concat(sources(), READERS.stream().map(Path::of)).flatMap(StartUpMessages::messages).toList();
	}

	private static Stream<String> messages(Path source) {
		return STATEMENT.matcher(read(source)).results().flatMap((statement) -> {
			Stream<String> texts = TEXT.matcher(statement.group(2))
				.results()
				.map((text) -> join(text.group()))
				.filter((text) -> WORDS.matcher(text).find() && !text.endsWith("must not be null"));
			// The first text is the message, the second one the remedy; an exception of a
			// reader can have one of two messages
			return (statement.group(1).equals("new IllegalArgumentException")) ? texts : texts.limit(1);
		});
	}

	private static String join(String literals) {
		return Pattern.compile(LITERAL)
			.matcher(literals)
			.results()
			.map(MatchResult::group)
			.map((literal) -> literal.substring(1, literal.length() - 1).replace("\\\"", "\""))
			.collect(Collectors.joining())
			.replace("%s", "…")
			.trim();
	}

	private static Stream<Path> sources() {
		try (Stream<Path> files = Files.walk(MODULE)) {
			return files.filter((file) -> file.toString().endsWith(".java")).sorted().toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
