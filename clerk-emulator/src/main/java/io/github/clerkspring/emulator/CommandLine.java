package io.github.clerkspring.emulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Options of the server, from its arguments and its environment. Arguments take
 * precedence.
 */
final class CommandLine {

	private static final ClerkEmulatorOptions DEFAULTS = ClerkEmulatorOptions.defaults().port(4000);

	private static final Set<Option> REPEATABLE = EnumSet.of(Option.WEBHOOK, Option.ALLOWED_HOST);

	private final Map<Option, String> values = new EnumMap<>(Option.class);

	private CommandLine() {
	}

	/**
	 * Reads the options.
	 * @param arguments the arguments
	 * @param environment the environment variables
	 * @return the options, or null if help was requested
	 * @throws UsageException if an option is unknown or has an invalid value
	 */
	static @Nullable ClerkEmulatorOptions parse(List<String> arguments, Map<String, String> environment) {
		CommandLine line = new CommandLine();
		for (Iterator<String> rest = arguments.iterator(); rest.hasNext();) {
			line.read(rest.next(), rest);
		}
		for (Option option : Option.values()) {
			String value = environment.get(option.variable());
			if (value != null && !value.isEmpty()) {
				line.values.putIfAbsent(option, value);
			}
		}
		return (line.values.containsKey(Option.HELP)) ? null : line.options();
	}

	/**
	 * Describes the options.
	 * @return the text of {@code --help}
	 */
	static String help() {
		return Stream.of(Option.values())
			.map((option) -> "  %-28s %s%n".formatted(option.flag() + " " + option.placeholder, option.description))
			.collect(Collectors.joining("", "Options, each also by environment (as " + Option.PORT.variable() + "):\n",
					""));
	}

	private void read(String argument, Iterator<String> rest) {
		String[] parts = argument.split("=", 2);
		Option option = Stream.of(Option.values())
			.filter((candidate) -> candidate.flag().equals(parts[0]))
			.findFirst()
			.orElseThrow(() -> new UsageException("Unknown option " + parts[0] + "; --help lists the options"));
		if (parts.length == 2) {
			put(option, parts[1]);
		}
		else if (option.placeholder.isEmpty()) {
			this.values.put(option, "true");
		}
		else if (rest.hasNext()) {
			put(option, rest.next());
		}
		else {
			throw new UsageException(option.flag() + " needs a value: " + option.description);
		}
	}

	private void put(Option option, String value) {
		this.values.merge(option, value, (before, last) -> (REPEATABLE.contains(option)) ? before + " " + last : last);
	}

	private ClerkEmulatorOptions options() {
		ClerkEmulatorOptions options = DEFAULTS;
		for (Map.Entry<Option, String> entry : this.values.entrySet()) {
			try {
				options = entry.getKey().change.apply(options, entry.getValue());
			}
			catch (IllegalArgumentException ex) {
				throw new UsageException(entry.getKey().flag() + ": " + ex.getMessage());
			}
		}
		return options;
	}

	private static int port(String value) {
		if (!value.matches("\\d{1,5}")) {
			throw new IllegalArgumentException("A port is a number between 0 and 65535");
		}
		return Integer.parseInt(value);
	}

	private static BiFunction<ClerkEmulatorOptions, String, ClerkEmulatorOptions> each(
			BiFunction<ClerkEmulatorOptions, String, ClerkEmulatorOptions> change) {
		return (options, values) -> {
			ClerkEmulatorOptions changed = options;
			for (String value : values.trim().split("\\s+")) {
				changed = change.apply(changed, value);
			}
			return changed;
		};
	}

	private static String read(String file) {
		try {
			return Files.readString(Path.of(file)).trim();
		}
		catch (IOException ex) {
			throw new IllegalArgumentException("The file " + file + " cannot be read: " + ex, ex);
		}
	}

	private enum Option {

		PORT("NUMBER", "port to listen on, 0 for a free one (4000)",
				(options, value) -> options.port(CommandLine.port(value))),

		HOST("ADDRESS", "interface to listen on (127.0.0.1)", ClerkEmulatorOptions::host),

		SECRET_KEY("KEY", "secret key to accept, sk_test_…", ClerkEmulatorOptions::secretKey),

		PUBLISHABLE_KEY("KEY", "publishable key, which gives the issuer, pk_test_…",
				ClerkEmulatorOptions::publishableKey),

		WEBHOOK("URL", "address to post webhooks to; may be repeated", each(ClerkEmulatorOptions::webhook)),

		WEBHOOK_SECRET("SECRET", "secret to sign webhooks with, whsec_…", ClerkEmulatorOptions::webhookSecret),

		SEED("FILE", "YAML or JSON file with initial resources", (options, value) -> options.seed(Path.of(value))),

		CONTROL_TOKEN("TOKEN", "token that callers of the control and the console need (random, none on loopback)",
				ClerkEmulatorOptions::controlToken),

		CONTROL_TOKEN_FILE("FILE", "file with that token",
				(options, file) -> options.controlToken(CommandLine.read(file))),

		ALLOWED_HOST("NAME", "further name to trust in Host and Origin; may be repeated",
				each(ClerkEmulatorOptions::allowedHost)),

		HELP("", "this text", (options, value) -> options);

		private final String placeholder;

		private final String description;

		private final BiFunction<ClerkEmulatorOptions, String, ClerkEmulatorOptions> change;

		Option(String placeholder, String description,
				BiFunction<ClerkEmulatorOptions, String, ClerkEmulatorOptions> change) {
			this.placeholder = placeholder;
			this.description = description;
			this.change = change;
		}

		private String flag() {
			return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

		private String variable() {
			return "CLERK_EMULATOR_" + name();
		}

	}

	/**
	 * Invalid options.
	 */
	static final class UsageException extends RuntimeException {

		UsageException(String message) {
			super(message);
		}

	}

}
