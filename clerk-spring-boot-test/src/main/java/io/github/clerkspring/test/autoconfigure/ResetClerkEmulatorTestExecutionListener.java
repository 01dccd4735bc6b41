package io.github.clerkspring.test.autoconfigure;

import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.support.AbstractTestExecutionListener;

import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.test.webhook.ClerkWebhookTester;
import io.github.clerkspring.webhook.ClerkEventListenerFactory;

/**
 * Resets the emulator before each test method unless another test is using it, and
 * connects its webhooks to an application with listeners.
 */
class ResetClerkEmulatorTestExecutionListener extends AbstractTestExecutionListener {

	private static final String RUNNING = RunningTests.class.getName();

	@Override
	public void beforeTestMethod(TestContext testContext) {
		AutoConfigureClerkEmulator annotation = TestContextAnnotationUtils
			.findMergedAnnotation(testContext.getTestClass(), AutoConfigureClerkEmulator.class);
		if (annotation == null) {
			return;
		}
		ApplicationContext context = testContext.getApplicationContext();
		RunningTests.RunningTest test = new RunningTests.RunningTest(
				testContext.getTestClass().getSimpleName() + "." + testContext.getTestMethod().getName());
		context.getBean(RunningTests.class).start(test, () -> {
			if (annotation.reset()) {
				context.getBean(ClerkEmulator.class).reset();
			}
			connectWebhooks(context);
		}, annotation.reset());
		testContext.setAttribute(RUNNING, test);
	}

	@Override
	public void afterTestMethod(TestContext testContext) {
		if (testContext.removeAttribute(RUNNING) instanceof RunningTests.RunningTest test) {
			testContext.getApplicationContext().getBean(RunningTests.class).end(test);
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
