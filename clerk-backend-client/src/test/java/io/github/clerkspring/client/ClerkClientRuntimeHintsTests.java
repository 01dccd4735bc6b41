package io.github.clerkspring.client;

import java.lang.reflect.Modifier;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.TypeReference;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.core.io.support.SpringFactoriesLoader;

import static org.assertj.core.api.Assertions.assertThat;

class ClerkClientRuntimeHintsTests {

	private static final RuntimeHints HINTS = new RuntimeHints();

	@BeforeAll
	static void register() {
		ClassLoader classLoader = ClerkClientRuntimeHints.class.getClassLoader();
		SpringFactoriesLoader.forResourceLocation("META-INF/spring/aot.factories", classLoader)
			.load(RuntimeHintsRegistrar.class)
			.stream()
			.filter((registrar) -> registrar.getClass().getName().startsWith("io.github.clerkspring."))
			.forEach((registrar) -> registrar.registerHints(HINTS, classLoader));
	}

	@ParameterizedTest
	@MethodSource("io.github.clerkspring.client.ClerkClientRuntimeHints#operations")
	void everyInterfaceHasItsProxy(Class<?> operations) {
		assertThat(RuntimeHintsPredicates.proxies().forInterfaces(AopProxyUtils.completeJdkProxyInterfaces(operations)))
			.accepts(HINTS);
	}

	@ParameterizedTest
	@MethodSource("io.github.clerkspring.client.ClerkClientRuntimeHints#operations")
	void everyOperationCanBeCalled(Class<?> operations) {
		assertThat(operations.getMethods()).filteredOn((method) -> Modifier.isAbstract(method.getModifiers()))
			.isNotEmpty()
			.allSatisfy((method) -> assertThat(RuntimeHintsPredicates.reflection().onMethodInvocation(method))
				.accepts(HINTS));
	}

	@ParameterizedTest
	@MethodSource("io.github.clerkspring.client.ClientTypes#answers")
	void everyAnswerAndWhatItHoldsCanBeRead(Class<?> type) {
		assertThat(RuntimeHintsPredicates.reflection()
			.onType(type)
			.withMemberCategory(MemberCategory.INVOKE_DECLARED_CONSTRUCTORS)).accepts(HINTS);
		assertThat(type.getRecordComponents()).allSatisfy((component) -> assertThat(
				RuntimeHintsPredicates.reflection().onMethodInvocation(component.getAccessor()))
			.accepts(HINTS));
	}

	@ParameterizedTest
	@MethodSource("io.github.clerkspring.client.ClientTypes#requests")
	void everyRequestAndWhatItHoldsCanBeWritten(Class<?> type) {
		assertThat(RuntimeHintsPredicates.reflection()
			.onType(type)
			.withMemberCategory(MemberCategory.INVOKE_PUBLIC_METHODS)).accepts(HINTS);
	}

	@Test
	void errorsCanBeRead() {
		assertThat(RuntimeHintsPredicates.reflection()
			.onType(TypeReference.of("io.github.clerkspring.client.http.ClerkErrorHandler$ErrorBody"))).accepts(HINTS);
	}

}
