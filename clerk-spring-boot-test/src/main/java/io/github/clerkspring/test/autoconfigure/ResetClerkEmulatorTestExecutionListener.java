package io.github.clerkspring.test.autoconfigure;

import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.support.AbstractTestExecutionListener;

import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.test.webhook.ClerkWebhookTester;
import io.github.clerkspring.webhook.ClerkEventListenerFactory;

/**
 * Resets the emulator before each test method, and lets it send webhooks to an
 * application that listens to them.
 */
class ResetClerkEmulatorTestExecutionListener extends AbstractTestExecutionListener {

	@Override
	public void beforeTestMethod(TestContext testContext) {
		AutoConfigureClerkEmulator annotation = TestContextAnnotationUtils
			.findMergedAnnotation(testContext.getTestClass(), AutoConfigureClerkEmulator.class);
		if (annotation != null && annotation.reset()) {
			testContext.getApplicationContext().getBean(ClerkEmulator.class).reset();
		}
		if (annotation != null) {
			connectWebhooks(testContext.getApplicationContext());
		}
	}

	private static void connectWebhooks(ApplicationContext context) {
		boolean listens = context.getBeanProvider(ClerkEventListenerFactory.class)
			.stream()
			.anyMatch(ClerkEventListenerFactory::hasListeners);
		if (listens) {
			context.getBeanProvider(ClerkWebhookTester.class).ifAvailable(ClerkWebhookTester::connect);
		}
	}

}
