package io.github.clerkspring.boot;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says which setting of Clerk is to be mended, and where its value is found.
 */
class ClerkConfigurationFailureAnalyzer extends AbstractFailureAnalyzer<ClerkConfigurationException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, ClerkConfigurationException cause) {
		ClerkSetting setting = cause.setting();
		String action = """
				Set the property '%s' or the environment variable %s. \
				Its value is in Clerk's dashboard (https://dashboard.clerk.com) under "%s". \
				To start without Clerk set 'clerk.enabled' to false."""
			.formatted(setting.property(), setting.environmentVariable(), setting.dashboardPage());
		return new FailureAnalysis("%s: %s.".formatted(setting.property(), cause.getMessage()), action, cause);
	}

}
