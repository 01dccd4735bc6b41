package io.github.clerkspring.client;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.TypeReference;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;

import io.github.clerkspring.client.core.DeletedObject;
import io.github.clerkspring.client.core.Page;
import io.github.clerkspring.client.organization.OrganizationMembership;
import io.github.clerkspring.client.session.SessionStatus;
import io.github.clerkspring.client.user.CreateUserRequest;
import io.github.clerkspring.client.user.EmailAddress;
import io.github.clerkspring.client.user.User;
import io.github.clerkspring.client.user.Verification;

import static org.assertj.core.api.Assertions.assertThat;

class ClerkClientRuntimeHintsTests {

	private final RuntimeHints hints = new RuntimeHints();

	@BeforeEach
	void register() {
		new ClerkClientRuntimeHints().registerHints(this.hints, getClass().getClassLoader());
	}

	@ParameterizedTest
	@MethodSource("io.github.clerkspring.client.ClerkClientRuntimeHints#operations")
	void everyInterfaceHasItsProxy(Class<?> operations) {
		assertThat(RuntimeHintsPredicates.proxies().forInterfaces(AopProxyUtils.completeJdkProxyInterfaces(operations)))
			.accepts(this.hints);
	}

	@ParameterizedTest
	@ValueSource(classes = { User.class, EmailAddress.class, Verification.class, OrganizationMembership.class,
			OrganizationMembership.PublicUserData.class, SessionStatus.class, Page.class, DeletedObject.class })
	void answersAndWhatTheyHoldCanBeRead(Class<?> type) {
		assertThat(RuntimeHintsPredicates.reflection()
			.onType(type)
			.withMemberCategories(MemberCategory.INVOKE_DECLARED_CONSTRUCTORS)).accepts(this.hints);
	}

	@Test
	void requestsCanBeWritten() {
		assertThat(RuntimeHintsPredicates.reflection()
			.onType(CreateUserRequest.class)
			.withMemberCategory(MemberCategory.INVOKE_PUBLIC_METHODS)).accepts(this.hints);
	}

	@Test
	void errorsCanBeRead() {
		assertThat(RuntimeHintsPredicates.reflection()
			.onType(TypeReference.of("io.github.clerkspring.client.http.ClerkErrorHandler$ErrorBody")))
			.accepts(this.hints);
	}

	@Test
	void theHintsAreRegisteredWithSpring() {
		assertThat(getClass().getClassLoader().getResource("META-INF/spring/aot.factories")).isNotNull();
	}

}
