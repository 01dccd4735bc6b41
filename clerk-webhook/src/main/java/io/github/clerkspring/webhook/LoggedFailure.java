package io.github.clerkspring.webhook;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Copy of a failure for logs. The messages of databases can contain the values of a row,
 * such as names and email addresses. If there is such a failure, all messages are
 * replaced by the types of the exceptions and the SQL state. Not intended for use by
 * applications.
 */
public final class LoggedFailure extends RuntimeException {

	/**
	 * Classes of SQL states whose messages contain no values: connection, authorization,
	 * rollback, syntax, resources, prerequisites and intervention of an operator.
	 */
	private static final Set<String> WITHOUT_VALUES = Set.of("08", "28", "40", "42", "53", "55", "57");

	/** By name, as these libraries are optional. */
	private static final Set<String> WITH_VALUES = Set.of("org.springframework.dao.DataIntegrityViolationException",
			"io.r2dbc.spi.R2dbcException");

	private LoggedFailure(Throwable original, @Nullable Throwable cause) {
		super(describe(original), cause);
		setStackTrace(original.getStackTrace());
	}

	/**
	 * Return a failure that can be logged.
	 * @param failure the failure
	 * @return the failure itself, or a copy without messages
	 */
	public static Throwable of(Throwable failure) {
		return chain(failure).anyMatch(LoggedFailure::canContainValues) ? copy(failure, identitySet()) : failure;
	}

	/**
	 * Return the type and the SQL state of a failure.
	 * @param failure the failure
	 * @return the description, without the message
	 */
	public static String describe(Throwable failure) {
		Optional<String> state = chain(failure).filter(SQLException.class::isInstance)
			.map((cause) -> ((SQLException) cause).getSQLState())
			.filter(Objects::nonNull)
			.findFirst();
		return failure.getClass().getName() + state.map(" (SQL state %s)"::formatted).orElse("");
	}

	private static LoggedFailure copy(Throwable failure, Set<Throwable> copied) {
		copied.add(failure);
		Throwable cause = failure.getCause();
		LoggedFailure copy = new LoggedFailure(failure,
				(cause != null && !copied.contains(cause)) ? copy(cause, copied) : null);
		Arrays.stream(failure.getSuppressed())
			.filter((suppressed) -> !copied.contains(suppressed))
			.forEach((suppressed) -> copy.addSuppressed(copy(suppressed, copied)));
		return copy;
	}

	private static Stream<Throwable> chain(Throwable failure) {
		Set<Throwable> seen = identitySet();
		collect(failure, seen);
		return seen.stream();
	}

	private static void collect(@Nullable Throwable failure, Set<Throwable> seen) {
		if (failure != null && seen.add(failure)) {
			collect(failure.getCause(), seen);
			Arrays.stream(failure.getSuppressed()).forEach((suppressed) -> collect(suppressed, seen));
		}
	}

	private static Set<Throwable> identitySet() {
		return Collections.newSetFromMap(new IdentityHashMap<>());
	}

	private static boolean canContainValues(Throwable failure) {
		if (failure instanceof SQLException ex) {
			return ex instanceof BatchUpdateException || !isWithoutValues(ex);
		}
		return Stream.<Class<?>>iterate(failure.getClass(), Objects::nonNull, Class::getSuperclass)
			.map(Class::getName)
			.anyMatch(WITH_VALUES::contains);
	}

	private static boolean isWithoutValues(SQLException failure) {
		String state = failure.getSQLState();
		return (state != null && state.length() > 2) ? WITHOUT_VALUES.contains(state.substring(0, 2))
				: failure instanceof SQLTransientConnectionException
						|| failure instanceof SQLNonTransientConnectionException;
	}

}
