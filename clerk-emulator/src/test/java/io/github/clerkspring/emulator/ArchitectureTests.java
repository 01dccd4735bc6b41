package io.github.clerkspring.emulator;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;

import io.github.clerkspring.emulator.store.Store;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rules for the dependencies and the size of packages.
 */
class ArchitectureTests {

	private static final String ROOT = "io.github.clerkspring.emulator";

	private static final long LARGEST = 28;

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
	void storeKnowsNoOperation() {
		onlyUses(".store", ROOT + ".store", "java..", "tools.jackson..", "org.jspecify..");
	}

	@Test
	void engineKnowsNoResource() {
		onlyUses(".engine", ROOT + ".engine", ROOT + ".store", "java..", "tools.jackson..", "org.jspecify..");
	}

	@Test
	void httpKnowsNoResource() {
		onlyUses(".http", ROOT + ".http", ROOT + ".engine", ROOT + ".store", "java..", "tools.jackson..",
				"org.jspecify..", "org.slf4j..", "io.netty..");
	}

	@Test
	void familiesUseOnlyThoseBelow() {
		String[] families = families();
		assertThat(families).hasSizeGreaterThan(10);
		for (int i = 0; i < families.length; i++) {
			ArchRuleDefinition.noClasses()
				.that()
				.resideInAPackage(families[i])
				.should()
				.dependOnClassesThat()
				.resideInAnyPackage(
						Stream
							.concat(Arrays.stream(families, i + 1, families.length),
									Stream.of("http", "seed", "console", "control", "minting", "webhooks")
										.map((each) -> ROOT + "." + each))
							.toArray(String[]::new))
				.check(this.classes);
		}
	}

	@Test
	void packagesStaySmall() {
		Map<String, Long> sizes = this.classes.stream()
			.filter((type) -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
			.collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
		assertThat(sizes).allSatisfy((name, size) -> assertThat(size).as(name).isLessThanOrEqualTo(LARGEST));
	}

	@Test
	void familiesHoldNoStore() {
		ArchRuleDefinition.noFields()
			.that()
			.areDeclaredInClassesThat()
			.resideInAPackage(ROOT + ".*")
			.and()
			.areDeclaredInClassesThat()
			.resideOutsideOfPackages(ROOT + ".store", ROOT + ".http")
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

	private static String[] families() {
		return EmulatorEngine.FAMILIES.stream()
			.map((family) -> family.getClass().getPackageName())
			.toArray(String[]::new);
	}

	private void onlyUses(String name, String... packages) {
		ArchRuleDefinition.classes()
			.that()
			.resideInAPackage(ROOT + name)
			.should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage(packages)
			.check(this.classes);
	}

}
