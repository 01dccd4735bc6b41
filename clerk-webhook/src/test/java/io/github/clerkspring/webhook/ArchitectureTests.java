package io.github.clerkspring.webhook;

import java.time.Instant;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Architecture rules of this module.
 */
class ArchitectureTests {

	private static final String ROOT = "io.github.clerkspring.webhook";

	private final JavaClasses classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages(ROOT);

	@Test
	void servletTypesStayInServletPackage() {
		ArchRuleDefinition.noClasses()
			.that()
			.resideOutsideOfPackage(ROOT + ".servlet..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("jakarta.servlet..")
			.check(this.classes);
	}

	@Test
	void reactiveServerTypesStayInReactivePackage() {
		ArchRuleDefinition.noClasses()
			.that()
			.resideOutsideOfPackage(ROOT + ".reactive..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework.web.server..", "org.springframework.http.server..")
			.check(this.classes);
	}

	@Test
	void knowsNeitherBootNorSecurity() {
		ArchRuleDefinition.noClasses()
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework.boot..", "org.springframework.security..",
					"io.github.clerkspring.security..")
			.check(this.classes);
	}

	@Test
	void signaturesDependOnNothingElse() {
		ArchRuleDefinition.noClasses()
			.that()
			.resideInAPackage(ROOT + ".signature..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("io.github.clerkspring.client..", ROOT + ".event..", ROOT + ".inbox..")
			.check(this.classes);
	}

	@Test
	void packagesHaveNoCycles() {
		SlicesRuleDefinition.slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(this.classes);
	}

	@Test
	void timeComesFromClock() {
		ArchRuleDefinition.noClasses().should().callMethod(Instant.class, "now").check(this.classes);
		ArchRuleDefinition.noClasses().should().callMethod(System.class, "currentTimeMillis").check(this.classes);
	}

	@Test
	void everyPackageIsNullMarked() {
		assertThat(this.classes.stream().map(JavaClass::getPackage).distinct())
			.allSatisfy((one) -> assertThat(one.isAnnotatedWith(NullMarked.class)).as(one.getName()).isTrue());
	}

}
