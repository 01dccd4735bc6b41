package io.github.clerkspring.webhook;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;

import static org.assertj.core.api.Assertions.assertThat;

class LoggedFailureTests {

	@ParameterizedTest
	@CsvSource(nullValues = "null", value = { "23505", "22021", "22001", "HY000", "01000", "90000", "null", "''" })
	void hidesValuesOfRows(String state) {
		SQLException cause = new SQLException("Key (email)=(private) already exists", state);
		cause.addSuppressed(new IllegalStateException("private"));
		Throwable logged = LoggedFailure
			.of(new IllegalStateException("private", new DuplicateKeyException("private", cause)));
		assertThat(text(logged)).doesNotContain("private")
			.contains("java.lang.IllegalStateException", "org.springframework.dao.DuplicateKeyException",
					"java.sql.SQLException", "Suppressed: ", "hidesValuesOfRows");
		if (state != null && !state.isEmpty()) {
			assertThat(text(logged)).contains("DuplicateKeyException (SQL state " + state + ")");
		}
	}

	@ParameterizedTest
	@CsvSource({ "08006", "28P01", "40P01", "42P01", "53300", "55P03", "57P01" })
	void retainsMessagesWithoutValues(String state) {
		Throwable failure = new DataAccessResourceFailureException("no connection", new SQLException("refused", state));
		assertThat(LoggedFailure.of(failure)).isSameAs(failure);
	}

	@Test
	void retainsOtherFailures() {
		Throwable failure = new IllegalStateException("not today");
		assertThat(LoggedFailure.of(failure)).isSameAs(failure);
		Throwable pool = new SQLTransientConnectionException("no connection within 30 s");
		assertThat(LoggedFailure.of(pool)).isSameAs(pool);
	}

	@Test
	void hidesStatementsOfBatches() {
		Throwable batch = new BatchUpdateException("INSERT INTO t VALUES ('private')", "42601", new int[0]);
		assertThat(text(LoggedFailure.of(batch))).doesNotContain("private").contains("SQL state 42601");
	}

	@Test
	void hidesValuesOfOtherDatabases() {
		assertThat(text(LoggedFailure.of(new DataIntegrityViolationException("dup key: { email: private }"))))
			.doesNotContain("private");
	}

	@Test
	void copiesCircularCauses() {
		SQLException first = new SQLException("private", "23505");
		IllegalStateException second = new IllegalStateException("private", first);
		first.initCause(second);
		assertThat(text(LoggedFailure.of(first))).doesNotContain("private").contains("IllegalStateException");
	}

	private static String text(Throwable failure) {
		StringWriter text = new StringWriter();
		failure.printStackTrace(new PrintWriter(text));
		return text.toString();
	}

}
