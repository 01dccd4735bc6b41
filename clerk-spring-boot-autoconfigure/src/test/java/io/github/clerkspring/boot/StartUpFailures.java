package io.github.clerkspring.boot;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

/**
 * Analyses a failed start as Spring Boot does.
 */
public final class StartUpFailures {

	private StartUpFailures() {
	}

	/**
	 * Return what Spring Boot prints: the first analysis in the order of the analyzers.
	 * @param failure the failure
	 * @param environment the environment of the application
	 * @return the analysis, or {@code null} if Spring Boot prints a stack trace
	 */
	public static @Nullable FailureAnalysis analyze(Throwable failure, Environment environment) {
		return SpringFactoriesLoader.forDefaultResourceLocation()
			.load(FailureAnalyzer.class, ArgumentResolver.of(Environment.class, environment),
					FailureHandler.handleMessage((message, ex) -> {
					}))
			.stream()
			.map((analyzer) -> analyzer.analyze(failure))
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
	}

	public static @Nullable FailureAnalysis analyze(Throwable failure) {
		return analyze(failure, new StandardEnvironment());
	}

	/**
	 * Return everything that may be printed of a failure.
	 * @param failure the failure
	 * @return stack trace and analysis
	 */
	public static String text(Throwable failure) {
		FailureAnalysis analysis = analyze(failure);
		StringWriter trace = new StringWriter();
		failure.printStackTrace(new PrintWriter(trace));
		return (analysis != null) ? trace + analysis.getDescription() + analysis.getAction() : trace.toString();
	}

}
