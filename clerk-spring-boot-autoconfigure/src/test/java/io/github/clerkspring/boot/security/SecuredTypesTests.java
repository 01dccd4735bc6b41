package io.github.clerkspring.boot.security;

import java.lang.reflect.Proxy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.method.configuration.EnableReactiveMethodSecurity;

import io.github.clerkspring.security.authorization.ClerkMethodAuthorization;
import io.github.clerkspring.security.authorization.RequiresOrganization;
import io.github.clerkspring.security.authorization.RequiresRole;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class SecuredTypesTests {

	private static final String WARNING = "have no effect, because method security is not enabled";

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ClerkAuthorizationAutoConfiguration.class));

	@ParameterizedTest
	@ValueSource(classes = { OnMethod.class, OnType.class, Inherited.class, Implementing.class })
	void warnsIfMethodSecurityIsOff(Class<?> type, CapturedOutput output) {
		this.runner.withBean(type).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(output.getOut().split(WARNING, -1)).hasSize(2);
			assertThat(output).contains("[" + type.getName() + "]", "@EnableMethodSecurity");
		});
	}

	@ParameterizedTest
	@ValueSource(classes = { Imperative.class, Reactive.class })
	void doesNotWarnIfMethodSecurityIsOn(Class<?> configuration, CapturedOutput output) {
		this.runner.withUserConfiguration(configuration)
			.withBean(OnMethod.class)
			.withBean(OnType.class)
			.withBean(Implementing.class)
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(output).doesNotContain(WARNING);
			});
	}

	@Test
	void warnsIfOnlyOtherAnnotationsAreApplied(CapturedOutput output) {
		this.runner.withUserConfiguration(SecuredOnly.class)
			.withBean(OnMethod.class)
			.run((context) -> assertThat(output).contains(WARNING));
	}

	@Test
	void doesNotWarnWithoutAnnotations(CapturedOutput output) {
		this.runner.withBean(Plain.class).run((context) -> assertThat(output).doesNotContain(WARNING));
	}

	@ParameterizedTest
	@ValueSource(classes = { EmptyOnMethod.class, EmptyOnType.class, EmptyInherited.class })
	void emptyRequirementsFailAtStart(Class<?> type) {
		this.runner.withUserConfiguration(Imperative.class)
			.withBean(type)
			.run((context) -> assertThat(context.getStartupFailure()).isInstanceOf(IllegalStateException.class)
				.hasMessageContaining("@RequiresRole")
				.hasMessageContaining("requires nothing"));
	}

	@Test
	void lazyBeansAreCheckedWithoutBeingCreated() {
		this.runner.withUserConfiguration(Imperative.class, LazyConfiguration.class)
			.run((context) -> assertThat(context.getStartupFailure()).hasMessageContaining("requires nothing"));
	}

	@Test
	void proxiesOfInterfacesAreChecked(CapturedOutput output) {
		Object proxy = Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { Contract.class },
				(target, method, arguments) -> null);
		this.runner.withBean(Contract.class, () -> (Contract) proxy)
			.run((context) -> assertThat(output).contains(WARNING));
	}

	@Test
	void beanOfTheApplicationIsUsed() {
		ClerkMethodAuthorization own = new ClerkMethodAuthorization();
		this.runner.withBean(ClerkMethodAuthorization.BEAN_NAME, ClerkMethodAuthorization.class, () -> own)
			.run((context) -> assertThat(context.getBean(ClerkMethodAuthorization.class)).isSameAs(own));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableMethodSecurity
	static class Imperative {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableReactiveMethodSecurity
	static class Reactive {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableMethodSecurity(prePostEnabled = false, securedEnabled = true)
	static class SecuredOnly {

	}

	@Configuration(proxyBeanMethods = false)
	static class LazyConfiguration {

		@Bean
		@Lazy
		EmptyOnType lazy() {
			throw new AssertionError("A lazy bean was created");
		}

	}

	static class Plain {

		void work() {
		}

	}

	static class OnMethod {

		@RequiresRole("org:admin")
		void work() {
		}

	}

	@RequiresOrganization
	static class OnType {

		void work() {
		}

	}

	static class Inherited extends OnMethod {

	}

	interface Contract {

		@RequiresRole("org:admin")
		void work();

	}

	static class Implementing implements Contract {

		@Override
		public void work() {
		}

	}

	static class EmptyOnMethod {

		@RequiresRole("")
		void work() {
		}

	}

	@RequiresRole
	static class EmptyOnType {

		void work() {
		}

	}

	static class EmptyInherited extends EmptyOnMethod {

	}

}
