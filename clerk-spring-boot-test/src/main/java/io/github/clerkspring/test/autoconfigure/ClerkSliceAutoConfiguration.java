package io.github.clerkspring.test.autoconfigure;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import reactor.core.publisher.Mono;

import io.github.clerkspring.boot.ClerkAutoConfiguration;
import io.github.clerkspring.boot.ClerkConnectionDetails;
import io.github.clerkspring.boot.ConditionalOnClerkEnabled;
import io.github.clerkspring.boot.client.ClerkBackendClientCustomizer;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for test slices, which require
 * neither keys nor network access and do not call Clerk. It has no effect in combination
 * with {@link AutoConfigureClerkEmulator} or a {@link ClerkConnectionDetails} bean.
 */
@AutoConfiguration(after = ClerkEmulatorAutoConfiguration.class, before = ClerkAutoConfiguration.class)
@ConditionalOnClerkEnabled
@ConditionalOnMissingBean(ClerkConnectionDetails.class)
public final class ClerkSliceAutoConfiguration {

	@Bean
	SliceConnectionDetails sliceClerkConnectionDetails() {
		return new SliceConnectionDetails();
	}

	@Bean
	ClerkBackendClientCustomizer clerkSliceCustomizer() {
		return (builder) -> builder.filter((request, next) -> Mono
			.error(() -> new IllegalStateException("A test slice makes no call of Clerk, but %s %s was called. "
				.formatted(request.method(), request.url().getPath())
					+ "Replace ClerkBackendClient with a mock, or add @AutoConfigureClerkEmulator to the test")));
	}

}
