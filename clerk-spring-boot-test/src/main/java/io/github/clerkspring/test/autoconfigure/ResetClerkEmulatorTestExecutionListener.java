package io.github.clerkspring.test.autoconfigure;

import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.support.AbstractTestExecutionListener;

import io.github.clerkspring.emulator.ClerkEmulator;

/**
 * Resets the emulator before each test method.
 */
class ResetClerkEmulatorTestExecutionListener extends AbstractTestExecutionListener {

	@Override
	public void beforeTestMethod(TestContext testContext) {
		AutoConfigureClerkEmulator annotation = TestContextAnnotationUtils
			.findMergedAnnotation(testContext.getTestClass(), AutoConfigureClerkEmulator.class);
		if (annotation != null && annotation.reset()) {
			testContext.getApplicationContext().getBean(ClerkEmulator.class).reset();
		}
	}

}
