package io.github.clerkspring.boot;

import java.time.Instant;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rooms of the wiring. What is optional stays in a room of its own.
 */
class ArchitectureTests {

	private static final String ROOT = "io.github.clerkspring.boot";

	private final JavaClasses classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages(ROOT);

	@Test
	void thereIsNoCircle() {
		SlicesRuleDefinition.slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(this.classes);
	}

	@Test
	void lowerRoomsDoNotKnowHigherOnes() {
		ArchRuleDefinition.noClasses()
			.that()
			.resideInAPackage(ROOT)
			.should()
			.dependOnClassesThat()
			.resideInAPackage(ROOT + ".*..")
			.check(this.classes);
		ArchRuleDefinition.noClasses()
			.that()
			.resideInAnyPackage(ROOT + ".client..", ROOT + ".security..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage(ROOT + ".observation..", ROOT + ".actuate..")
			.check(this.classes);
	}

	@Test
	void onlyObservationKnowsMeters() {
		ArchRuleDefinition.noClasses()
			.that()
			.resideOutsideOfPackage(ROOT + ".observation..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("io.micrometer.core..", "org.springframework.boot.micrometer..")
			.check(this.classes);
	}

	@Test
	void onlyActuateKnowsHealthInfoAndEndpoints() {
		ArchRuleDefinition.noClasses()
			.that()
			.resideOutsideOfPackage(ROOT + ".actuate..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework.boot.health.contributor..",
					"org.springframework.boot.actuate.info..", "org.springframework.boot.actuate.endpoint.annotation..")
			.check(this.classes);
	}

	@Test
	void autoConfigurationsAreFinalAndOfferNothing() {
		assertThat(this.classes).filteredOn((type) -> type.isAnnotatedWith(AutoConfiguration.class))
			.hasSizeGreaterThan(5)
			.allSatisfy((type) -> {
				assertThat(type.getModifiers()).contains(JavaModifier.PUBLIC, JavaModifier.FINAL);
				assertThat(type.getMethods())
					.noneMatch((method) -> method.getModifiers().contains(JavaModifier.PUBLIC));
			});
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

	@Test
	void classesThatOnlyOneVersionOfSpringBootHasAreReferredToByName() {
		// Spring logs a warning for a class in an annotation that does not exist
		ArchRuleDefinition.noClasses()
			.should()
			.dependOnClassesThat(JavaClass.Predicates
				.resideInAnyPackage("org.springframework.boot.security.oauth2.server.resource.autoconfigure",
						"org.springframework.boot.security.oauth2.server.resource.autoconfigure.servlet",
						"org.springframework.boot.security.oauth2.server.resource.autoconfigure.web..")
				.and(JavaClass.Predicates.simpleNameEndingWith("AutoConfiguration")))
			.check(this.classes);
	}

}
