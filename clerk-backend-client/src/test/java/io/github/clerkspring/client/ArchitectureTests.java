package io.github.clerkspring.client;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The floors of the client: nothing knows anything above it.
 */
class ArchitectureTests {

	private static final String ROOT = "io.github.clerkspring.client";

	private static final Map<String, List<String>> LOWER_FAMILIES = Map.of("user", List.of("organization", "role"),
			"organization", List.of("role"), "directory", List.of("role"));

	private static final List<String> FAMILIES = List.of("user", "organization", "role", "session", "access", "signin",
			"machine", "oauth", "enterprise", "directory", "email", "template", "instance", "billing");

	private final JavaClasses classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages(ROOT);

	@Test
	void packagesHaveNoCycles() {
		SlicesRuleDefinition.slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(this.classes);
	}

	@Test
	void coreDependsOnNoOtherPackageOfTheProject() {
		ArchRuleDefinition.noClasses()
			.that()
			.resideInAPackage(ROOT + ".core")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage(packages(Stream.concat(FAMILIES.stream(), Stream.of("http"))))
			.check(this.classes);
	}

	@Test
	void onlyTheClientDependsOnTheHttpPackage() {
		ArchRuleDefinition.noClasses()
			.that()
			.resideInAnyPackage(packages(FAMILIES.stream()))
			.or()
			.resideInAPackage(ROOT + ".core")
			.should()
			.dependOnClassesThat()
			.resideInAPackage(ROOT + ".http")
			.check(this.classes);
		ArchRuleDefinition.noClasses()
			.that()
			.resideInAPackage(ROOT + ".http")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage(packages(FAMILIES.stream()))
			.check(this.classes);
	}

	@Test
	void resourcePackagesDependOnLowerOnesOnly() {
		for (String family : FAMILIES) {
			List<String> lower = LOWER_FAMILIES.getOrDefault(family, List.of());
			ArchRuleDefinition.noClasses()
				.that()
				.resideInAPackage(ROOT + "." + family)
				.should()
				.dependOnClassesThat()
				.resideInAnyPackage(
						packages(FAMILIES.stream().filter((other) -> !other.equals(family) && !lower.contains(other))))
				.check(this.classes);
		}
	}

	@Test
	void everyPackageIsNullMarked() {
		assertThat(this.classes.getPackage(ROOT).getSubpackagesInTree()).extracting(JavaPackage::getName).isNotEmpty();
		assertThat(this.classes.getPackage(ROOT).getSubpackagesInTree())
			.allMatch((javaPackage) -> javaPackage.isAnnotatedWith(NullMarked.class), "is null-marked");
	}

	private static String[] packages(Stream<String> families) {
		return families.map((family) -> ROOT + "." + family).toArray(String[]::new);
	}

}
