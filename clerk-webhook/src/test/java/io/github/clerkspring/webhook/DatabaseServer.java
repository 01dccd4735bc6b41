package io.github.clerkspring.webhook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Assumptions;
import org.springframework.util.Assert;

/**
 * A real database server on a loopback port, with its data in a temporary directory. The
 * programs are those of Debian's packages; without them the tests are skipped.
 */
public final class DatabaseServer implements AutoCloseable {

	private static final Duration START_TIMEOUT = Duration.ofMinutes(3);

	/** Each process begins elsewhere and takes no port twice. */
	private static final AtomicInteger nextPort = new AtomicInteger(
			(int) (ProcessHandle.current().pid() * 64 % 22_000));

	private final Path directory;

	private final int port;

	private final Process process;

	private DatabaseServer(Path directory, int port, Process process, String url, String user) {
		this.directory = directory;
		this.port = port;
		this.process = process;
		awaitConnection(url, user);
	}

	public static DatabaseServer postgres() {
		Path initdb = find("postgresql", "initdb");
		Path directory = directory("postgres");
		Path data = directory.resolve("data");
		run(command("postgres", initdb.toString(), "-D", data.toString(), "-U", "postgres", "-A", "trust", "-N", "-E",
				"UTF8"));
		int port = freePort();
		Process process = start(directory, command("postgres", initdb.resolveSibling("postgres").toString(), "-D",
				data.toString(), "-p", Integer.toString(port), "-h", "127.0.0.1", "-k", directory.toString(), "-F"));
		return new DatabaseServer(directory, port, process, "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
				"postgres");
	}

	public static DatabaseServer mariaDb() {
		Path server = find("mariadb-server", "mariadbd");
		Path directory = directory("mysql");
		Path data = directory.resolve("data");
		run(command("mysql", "mariadb-install-db", "--no-defaults", "--datadir=" + data,
				"--auth-root-authentication-method=normal", "--skip-test-db"));
		int port = freePort();
		Process process = start(directory,
				command("mysql", server.toString(), "--no-defaults", "--datadir=" + data, "--port=" + port,
						"--bind-address=127.0.0.1", "--socket=" + directory.resolve("socket"),
						"--pid-file=" + directory.resolve("pid")));
		return new DatabaseServer(directory, port, process, "jdbc:mariadb://127.0.0.1:" + port + "/", "root");
	}

	public int port() {
		return this.port;
	}

	private static Path find(String debianPackage, String program) {
		List<Path> places = new ArrayList<>(List.of(Path.of("/usr/bin"), Path.of("/usr/sbin")));
		Path versions = Path.of("/usr/lib/postgresql");
		if (Files.isDirectory(versions)) {
			try (Stream<Path> paths = Files.list(versions)) {
				paths.map((version) -> version.resolve("bin")).forEach(places::add);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		Path found = places.stream()
			.map((place) -> place.resolve(program))
			.filter(Files::isExecutable)
			.findFirst()
			.orElse(null);
		Assumptions.assumeTrue(found != null, "no " + program + ": install Debian's " + debianPackage);
		return found;
	}

	private static boolean isRoot() {
		return "root".equals(System.getProperty("user.name"));
	}

	private static Path directory(String user) {
		try {
			Path directory = Files.createTempDirectory("clerk-" + user);
			if (isRoot()) {
				run(List.of("chown", user, directory.toString()));
			}
			return directory;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<String> command(String user, String... command) {
		List<String> words = new ArrayList<>(isRoot() ? List.of("runuser", "-u", user, "--") : List.of());
		words.addAll(List.of(command));
		return words;
	}

	private static void run(List<String> command) {
		try {
			Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
			String output = new String(process.getInputStream().readAllBytes());
			if (process.waitFor() != 0) {
				throw new IllegalStateException(command + ": " + output);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Process start(Path directory, List<String> command) {
		try {
			return new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(directory.resolve("server.log").toFile())
				.directory(directory.toFile())
				.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	// Below the ports of outgoing connections, which could take it before the server
	private static int freePort() {
		return IntStream.generate(() -> 10_000 + nextPort.getAndIncrement() % 22_000)
			.limit(1_000)
			.filter(DatabaseServer::isFree)
			.findFirst()
			.orElseThrow();
	}

	private static boolean isFree(int port) {
		try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
			return socket.isBound();
		}
		catch (IOException ex) {
			return false;
		}
	}

	// An open port is not sufficient: a server that is starting up rejects connections
	private void awaitConnection(String url, String user) {
		try {
			Awaitility.await().atMost(START_TIMEOUT).until(() -> !this.process.isAlive() || isConnectable(url, user));
			Assert.state(this.process.isAlive(), () -> "The database server in " + this.directory + " did not start");
		}
		catch (ConditionTimeoutException | IllegalStateException ex) {
			close();
			throw ex;
		}
	}

	private static boolean isConnectable(String url, String user) {
		try (Connection connection = DriverManager.getConnection(url, user, "")) {
			return connection.isValid(1);
		}
		catch (SQLException ex) {
			return false;
		}
	}

	@Override
	public void close() {
		try {
			// The server is a child of runuser, which ends after it
			(isRoot() ? this.process.children() : Stream.of(this.process.toHandle())).forEach(ProcessHandle::destroy);
			if (!this.process.waitFor(30, TimeUnit.SECONDS)) {
				this.process.descendants().forEach(ProcessHandle::destroyForcibly);
				this.process.destroyForcibly().waitFor();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		run(List.of("rm", "-rf", this.directory.toString()));
	}

}
