package io.github.clerkspring.security.authorization;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.annotation.AliasFor;
import org.springframework.security.access.prepost.PreAuthorize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@ExtendWith(OutputCaptureExtension.class)
class RequirementAnnotationsTests {

	static Stream<Method> invalid() {
		return Arrays.stream(Invalid.class.getDeclaredMethods()).filter((method) -> !method.isSynthetic());
	}

	static Stream<Method> valid() {
		return Arrays.stream(Valid.class.getDeclaredMethods()).filter((method) -> !method.isSynthetic());
	}

	@ParameterizedTest
	@MethodSource("invalid")
	void mistakesAreExplained(Method method) {
		assertThatIllegalStateException().isThrownBy(() -> RequirementAnnotations.check(method))
			.withMessageContaining(method.getName());
	}

	@ParameterizedTest
	@MethodSource("valid")
	void otherUsesAreAccepted(Method method) {
		assertThat(RequirementAnnotations.check(method)).isTrue();
	}

	@Test
	void otherAnnotationsAreNotChecked() throws Exception {
		assertThat(RequirementAnnotations.check(Other.class.getDeclaredMethod("plain"))).isFalse();
		assertThat(RequirementAnnotations.check(Other.class)).isFalse();
		assertThat(RequirementAnnotations.check(Valid.class)).isTrue();
		assertThatIllegalStateException().isThrownBy(() -> RequirementAnnotations.check(Invalid.class))
			.withMessageContaining("@RequiresPlan")
			.withMessageContaining("must not be empty");
	}

	@Test
	void systemPermissionsAreWarnedOf(CapturedOutput output) throws Exception {
		RequirementAnnotations.check(Other.class.getDeclaredMethod("system"));
		assertThat(output).contains("not part of session tokens", "Other.system");
	}

	@RequiresPlan
	static class Invalid {

		@RequiresRole
		void noRole() {
		}

		@RequiresRole(" ")
		void blankRole() {
		}

		@RequiresRole("org:org:")
		void prefixOnly() {
		}

		@RequiresPermission("")
		void noPermission() {
		}

		@RequiresFeature("o:")
		void noFeature() {
		}

		@RequiresFeature("user: ")
		void blankFeature() {
		}

		@RequiresPlan
		void noPlan() {
		}

		@RequiresPlan("it's")
		void quote() {
		}

		@RequiresPlan("{plan}")
		void placeholder() {
		}

		@RequiresReverification(afterMinutes = 0)
		void noMinutes() {
		}

		@RequiresReverification(afterMinutes = -1)
		void negativeMinutes() {
		}

		@RequiresRole("org:admin")
		@RequiresPlan("pro")
		void severalRequirements() {
		}

		@RequiresRole("org:admin")
		@PreAuthorize("permitAll")
		void otherExpression() {
		}

		@Replacing(role = "org:guest")
		void replacedByAnotherAnnotation() {
		}

	}

	@RequiresOrganization
	static class Valid {

		@RequiresRole("org:admin")
		void role() {
		}

		@RequiresPermission(permission = "org:invoices:read")
		void permission() {
		}

		@RequiresFeature("user:export")
		void feature() {
		}

		@RequiresPlan("o:pro:x")
		void plan() {
		}

		@RequiresReverification
		void reverification() {
		}

		@RequiresOrganization
		void organization() {
		}

		@Admin("some value")
		void composed() {
		}

		@Aliased("org:owner")
		void aliased() {
		}

	}

	static class Other {

		@PreAuthorize("denyAll")
		void plain() {
		}

		@RequiresPermission("org:sys_profile:manage")
		void system() {
		}

	}

	@Retention(RetentionPolicy.RUNTIME)
	@RequiresRole("org:admin")
	@interface Admin {

		String value();

	}

	@Retention(RetentionPolicy.RUNTIME)
	@RequiresRole
	@interface Aliased {

		@AliasFor(annotation = RequiresRole.class, attribute = "role")
		String value();

	}

	@Retention(RetentionPolicy.RUNTIME)
	@RequiresRole("org:admin")
	@interface Replacing {

		String role();

	}

}
