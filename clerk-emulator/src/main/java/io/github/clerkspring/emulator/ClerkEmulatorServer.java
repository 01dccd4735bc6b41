package io.github.clerkspring.emulator;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

import io.github.clerkspring.emulator.http.ControlToken;
import io.github.clerkspring.emulator.seed.SeedException;

/**
 * Runs the emulator as a standalone program until the end of the process.
 */
public final class ClerkEmulatorServer {

	private static final int FAILURE = 1;

	private static final int WRONG_USAGE = 2;

	private ClerkEmulatorServer() {
	}

	/**
	 * Starts the server. The exit status is 2 for invalid options or an invalid seed, and
	 * 1 for a port in use.
	 * @param arguments the options listed by {@code --help}
	 */
	public static void main(String[] arguments) {
		int status = run(List.of(arguments), System.getenv(), System.out, System.err, ClerkEmulator::awaitClose);
		if (status != 0) {
			System.exit(status);
		}
	}

	static int run(List<String> arguments, Map<String, String> environment, PrintStream out, PrintStream err,
			Consumer<ClerkEmulator> whileRunning) {
		try {
			ClerkEmulatorOptions options = CommandLine.parse(arguments, environment);
			if (options == null) {
				out.print(CommandLine.help());
			}
			else {
				ClerkEmulator clerk = ClerkEmulator.start(options);
				greet(clerk, out);
				whileRunning.accept(clerk);
			}
			return 0;
		}
		catch (CommandLine.UsageException ex) {
			err.println("clerk-emulator: " + ex.getMessage());
			return WRONG_USAGE;
		}
		catch (SeedException ex) {
			err.println("clerk-emulator: the seed: " + ex.getMessage());
			return WRONG_USAGE;
		}
		catch (UncheckedIOException ex) {
			err.println("clerk-emulator: " + ex.getMessage()
					+ "; does another program use it? Choose another port with --port");
			return FAILURE;
		}
	}

	private static void greet(ClerkEmulator clerk, PrintStream out) {
		out.printf("""
				Clerk emulator %s listens at %s

				  CLERK_API_URL=%s
				  CLERK_SECRET_KEY=%s
				  CLERK_PUBLISHABLE_KEY=%s
				  CLERK_WEBHOOK_SIGNING_SECRET=%s%s

				console  %s
				issuer   %s
				key set  %s
				control  %s/__emulator (docs/emulator.md)
				webhooks to %d addresses

				The keys are public and protect nothing: for tests and development only.
				""", EmulatorServer.version(), clerk.baseUrl(), clerk.baseUrl(), clerk.secretKey(),
				clerk.publishableKey(), Objects.toString(clerk.instance().publicWebhookSecret(), "(as given)"),
				controlToken(clerk.server().controlToken()), clerk.baseUrl(), clerk.issuer(), clerk.jwksUrl(),
				clerk.baseUrl(), clerk.webhooks().endpoints().size());
	}

	private static String controlToken(ControlToken token) {
		if (token.value() == null) {
			return "";
		}
		return "\n  CLERK_EMULATOR_CONTROL_TOKEN=" + ((token.isGiven()) ? "(as given)" : token.value());
	}

}
