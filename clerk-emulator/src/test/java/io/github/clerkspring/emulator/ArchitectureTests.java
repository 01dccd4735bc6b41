package io.github.clerkspring.emulator;

import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;

import io.github.clerkspring.emulator.store.Store;

/**
 * The rules of the house.
 */
class ArchitectureTests {

	private static final String ROOT = "io.github.clerkspring.emulator";

	private final JavaClasses classes = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages(ROOT);

	@Test
	void packagesFormNoCircle() {
		SlicesRuleDefinition.slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(this.classes);
		ArchRuleDefinition.noClasses()
			.that()
			.resideInAPackage(ROOT + ".*")
			.should()
			.dependOnClassesThat()
			.resideInAPackage(ROOT)
			.check(this.classes);
	}

	@Test
	void engineKnowsNoResource() {
		ArchRuleDefinition.classes()
			.that()
			.resideInAPackage(ROOT + ".engine")
			.should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage(ROOT + ".engine", "java..", "tools.jackson..", "org.jspecify..")
			.check(this.classes);
	}

	@Test
	void familiesUseOnlyThoseBelow() {
		String[] families = Stream
			.of("instance", "users", "templates", "roles", "organizations", "enterprise", "directories", "billing",
					"sessions", "access", "signin", "machines", "oauth")
			.map((family) -> ROOT + "." + family)
			.toArray(String[]::new);
		for (int i = 0; i < families.length; i++) {
			ArchRuleDefinition.noClasses()
				.that()
				.resideInAPackage(families[i])
				.should()
				.dependOnClassesThat()
				.resideInAnyPackage(Stream
					.concat(Arrays.stream(families, i + 1, families.length),
							Stream.of(ROOT + ".seed", ROOT + ".console", ROOT + ".webhooks"))
					.toArray(String[]::new))
				.check(this.classes);
		}
	}

	@Test
	void familiesHoldNoStore() {
		ArchRuleDefinition.noFields()
			.that()
			.areDeclaredInClassesThat()
			.resideInAPackage(ROOT + ".*")
			.and()
			.areDeclaredInClassesThat()
			.resideOutsideOfPackage(ROOT + ".engine")
			.should()
			.haveRawType(Store.class)
			.check(this.classes);
	}

	@Test
	void springAndTheClientStayOutside() {
		ArchRuleDefinition.noClasses()
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework..", "io.github.clerkspring.client..",
					"io.github.clerkspring.security..", "io.github.clerkspring.boot..")
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
