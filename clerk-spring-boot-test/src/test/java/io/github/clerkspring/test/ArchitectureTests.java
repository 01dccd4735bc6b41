package io.github.clerkspring.test;

import java.time.Instant;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;

/**
 * The rules of the house.
 */
class ArchitectureTests {

	private static final String ROOT = "io.github.clerkspring.test";

	private final JavaClasses classes = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages(ROOT);

	@Test
	void packagesFormNoCircle() {
		SlicesRuleDefinition.slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(this.classes);
	}

	@Test
	void eachStackKnowsNothingOfTheOther() {
		ArchRuleDefinition.noClasses()
			.that()
			.resideInAnyPackage(ROOT + ".servlet", ROOT + ".session", ROOT + ".machine", ROOT + ".requests",
					ROOT + ".autoconfigure")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework.web.server..", "org.springframework.test.web.reactive..",
					ROOT + ".reactive")
			.check(this.classes);
		ArchRuleDefinition.noClasses()
			.that()
			.resideInAnyPackage(ROOT + ".reactive", ROOT + ".session", ROOT + ".machine", ROOT + ".requests",
					ROOT + ".autoconfigure")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("jakarta.servlet..", "org.springframework.test.web.servlet..", ROOT + ".servlet")
			.check(this.classes);
	}

	@Test
	void timeComesFromTheClock() {
		ArchRuleDefinition.noClasses()
			.should()
			.callMethod(Instant.class, "now")
			.orShould()
			.callMethod(System.class, "currentTimeMillis")
			.check(this.classes);
	}

}
