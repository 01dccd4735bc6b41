package io.github.clerkspring.boot.security;

import java.util.stream.Stream;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.security.autoconfigure.ReactiveUserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.reactive.ReactiveWebSecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.AbstractApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.security.core.userdetails.MapReactiveUserDetailsService;
import org.springframework.security.core.userdetails.ReactiveUserDetailsService;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;

import io.github.clerkspring.boot.ClerkAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Warning of {@code spring.security.user} properties without an effect.
 */
@ExtendWith(OutputCaptureExtension.class)
class UnusedUserTests {

	private static final String WARNING = "The properties 'spring.security.user' have no effect";

	private static final UserDetails BOB = User.withUsername("bob").password("{noop}secret").build();

	static Stream<AbstractApplicationContextRunner<?, ?, ?>> stacks() {
		return Stream.of(
				new WebApplicationContextRunner()
					.withConfiguration(AutoConfigurations.of(ClerkServletSecurityAutoConfiguration.class,
							ServletWebSecurityAutoConfiguration.class, UserDetailsServiceAutoConfiguration.class)),
				new ReactiveWebApplicationContextRunner().withConfiguration(AutoConfigurations.of(
						ClerkReactiveSecurityAutoConfiguration.class, ReactiveWebSecurityAutoConfiguration.class,
						ReactiveUserDetailsServiceAutoConfiguration.class)))
			.map(UnusedUserTests::withClerk);
	}

	@ParameterizedTest
	@MethodSource("stacks")
	void warnsOfUserThatDoesNotExist(AbstractApplicationContextRunner<?, ?, ?> runner, CapturedOutput output) {
		runner.withPropertyValues("spring.security.user.name=ops", "spring.security.user.password=planted")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(context.getBeansOfType(UserDetailsService.class)).isEmpty();
				assertThat(context.getBeansOfType(ReactiveUserDetailsService.class)).isEmpty();
				assertThat(output).contains(WARNING).contains("UserDetailsService bean").doesNotContain("planted");
			});
	}

	@ParameterizedTest
	@MethodSource("stacks")
	void warnsOfPasswordOnly(AbstractApplicationContextRunner<?, ?, ?> runner, CapturedOutput output) {
		runner.withPropertyValues("spring.security.user.password=planted")
			.run((context) -> assertThat(output).contains(WARNING));
	}

	@ParameterizedTest
	@MethodSource("stacks")
	void doesNotWarnWithoutProperties(AbstractApplicationContextRunner<?, ?, ?> runner, CapturedOutput output) {
		runner.run((context) -> assertThat(output).doesNotContain(WARNING));
	}

	@ParameterizedTest
	@MethodSource("stacks")
	void doesNotWarnIfTheApplicationDefinesUsers(AbstractApplicationContextRunner<?, ?, ?> runner,
			CapturedOutput output) {
		runner.withPropertyValues("spring.security.user.name=ops")
			.withBean(InMemoryUserDetailsManager.class, () -> new InMemoryUserDetailsManager(BOB))
			.withBean(MapReactiveUserDetailsService.class, () -> new MapReactiveUserDetailsService(BOB))
			.run((context) -> assertThat(output).doesNotContain(WARNING));
	}

	private static AbstractApplicationContextRunner<?, ?, ?> withClerk(
			AbstractApplicationContextRunner<?, ?, ?> runner) {
		return runner.withClassLoader(new FilteredClassLoader("org.springframework.boot.actuate"))
			.withConfiguration(
					AutoConfigurations.of(ClerkAutoConfiguration.class, ClerkSecurityAutoConfiguration.class))
			.withPropertyValues("clerk.publishable-key=pk_test_ZXhhbXBsZS5hY2NvdW50cy5kZXYk",
					"clerk.jwks.warm-up=false");
	}

}
