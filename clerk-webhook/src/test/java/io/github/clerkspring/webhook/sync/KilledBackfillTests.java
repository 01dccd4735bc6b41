package io.github.clerkspring.webhook.sync;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

import io.github.clerkspring.client.user.User;
import io.github.clerkspring.emulator.ClerkEmulator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A process that is killed by SIGKILL during the back-fill.
 */
@Timeout(180)
class KilledBackfillTests {

	private static final int USERS = 1100;

	private static final int STORED_BEFORE_KILL = 700;

	@Test
	void anotherProcessContinuesAtThePage(@TempDir Path directory) throws Exception {
		// The file is closed at the end of each connection, and kept open by what follows
		String file = "jdbc:h2:file:" + directory.resolve("killed");
		new ResourceDatabasePopulator(new ClassPathResource("schema-h2.sql", JdbcSyncState.class))
			.execute(new DriverManagerDataSource(file, "sa", ""));
		String url = file + ";WRITE_DELAY=0;DB_CLOSE_DELAY=-1";
		try (ClerkEmulator clerk = ClerkEmulator.start()) {
			clerk.clock().set(Clock.systemUTC().instant());
			List<String> ids = IntStream.range(0, USERS).mapToObj((i) -> create(clerk, i)).toList();
			runUntilKilled(clerk, url);
			continueLater(clerk, url, ids);
		}
	}

	private static void continueLater(ClerkEmulator clerk, String url, List<String> ids) throws InterruptedException {
		JdbcTemplate jdbc = new JdbcTemplate(new DriverManagerDataSource(url, "sa", ""));
		try {
			assertThat(storedUsers(jdbc)).isBetween(SyncSource.PAGE_SIZE, STORED_BEFORE_KILL);
			Recording second = new Recording();
			ClerkBackfill backfill = BackfillProcess.backfill(url, clerk.baseUrl(), clerk.secretKey(),
					Clock.offset(Clock.systemUTC(), Duration.ofMinutes(5)), second);
			assertThat(backfill.progress().get(0).done()).isEqualTo(SyncSource.PAGE_SIZE);
			assertThat(backfill.run()).isTrue();
			assertThat(second.ids).doesNotContainAnyElementsOf(ids.subList(0, SyncSource.PAGE_SIZE - 1))
				.containsAll(ids.subList(SyncSource.PAGE_SIZE, USERS));
			assertThat(storedUsers(jdbc)).isEqualTo(USERS);
		}
		finally {
			jdbc.execute("SHUTDOWN");
		}
	}

	private static Integer storedUsers(JdbcTemplate jdbc) {
		return jdbc.queryForObject("SELECT COUNT(*) FROM clerk_sync_state", Integer.class);
	}

	// Each in another millisecond, by which users are paged
	private static String create(ClerkEmulator clerk, int number) {
		clerk.clock().advance(Duration.ofMillis(1));
		return clerk.users().create("user" + number + "@example.com");
	}

	private static void runUntilKilled(ClerkEmulator clerk, String url) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
				"-cp", System.getProperty("java.class.path"), BackfillProcess.class.getName()));
		command.addAll(List.of(url, clerk.baseUrl(), clerk.secretKey(), Integer.toString(STORED_BEFORE_KILL)));
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		try (BufferedReader output = process.inputReader()) {
			List<String> lines = new ArrayList<>();
			String line = output.readLine();
			while (line != null && !line.equals(BackfillProcess.WAITING)) {
				lines.add(line);
				line = output.readLine();
			}
			assertThat(line).as(String.join("\n", lines)).isEqualTo(BackfillProcess.WAITING);
		}
		finally {
			process.destroyForcibly().waitFor();
		}
	}

	private static final class Recording implements UserSyncHandler {

		private final List<String> ids = new ArrayList<>();

		@Override
		public void upsert(User user) {
			this.ids.add(user.id());
		}

		@Override
		public void delete(String userId) {
			throw new IllegalStateException("nothing is deleted");
		}

	}

}
