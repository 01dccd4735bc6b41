package io.github.clerkspring.security;

import java.util.Set;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rules of the house for this module.
 */
class ArchitectureTests {

	private static final String ROOT = "io.github.clerkspring.security";

	private final JavaClasses classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages(ROOT);

	@Test
	void servletTypesStayInServletPackages() {
		ArchRuleDefinition.noClasses()
			.that()
			.resideOutsideOfPackages(ROOT + ".servlet..", ROOT + ".webhook..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("jakarta.servlet..", "org.springframework.security.config.annotation.web..")
			.check(this.classes);
	}

	@Test
	void reactiveServerTypesStayInReactivePackages() {
		ArchRuleDefinition.noClasses()
			.that()
			.resideOutsideOfPackages(ROOT + ".reactive..", ROOT + ".webhook..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework.web.server..", "org.springframework.http.server..",
					"org.springframework.security.web.server..", "org.springframework.security.config.web.server..")
			.check(this.classes);
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
			.resideInAPackage(ROOT + ".session..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage(ROOT + ".servlet..", ROOT + ".reactive..")
			.check(this.classes);
	}

	@Test
	void packagesHaveNoCircles() {
		SlicesRuleDefinition.slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(this.classes);
	}

	@Test
	void nothingKnowsBoot() {
		ArchRuleDefinition.noClasses()
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.springframework.boot..")
			.check(this.classes);
	}

	@Test
	void timeComesFromClock() {
		for (Class<?> type : Set.of(java.time.Instant.class, java.time.LocalDateTime.class,
				java.time.ZonedDateTime.class)) {
			ArchRuleDefinition.noClasses().should().callMethod(type, "now").check(this.classes);
		}
		ArchRuleDefinition.noClasses().should().callMethod(System.class, "currentTimeMillis").check(this.classes);
	}

	@Test
	void onlySessionRoomKnowsNamesOfClaims() {
		ArchRuleDefinition.noClasses()
			.that()
			.resideOutsideOfPackage(ROOT + ".session..")
			.should()
			.dependOnClassesThat()
			.haveSimpleName("JwtClaimNames")
			.orShould()
			.callMethod(org.springframework.security.oauth2.jwt.Jwt.class, "getClaims")
			.check(this.classes);
	}

	@Test
	void parsersOfJsonAreMadeInOnePlace() {
		ArchRuleDefinition.noClasses()
			.that()
			.doNotHaveSimpleName("UntrustedJson")
			.should()
			.callMethod(JsonFactory.class, "builder")
			.orShould()
			.callConstructor(JsonFactory.class)
			.orShould()
			.callMethod(JsonMapper.class, "builder")
			.orShould()
			.callMethod(JsonMapper.class, "shared")
			.orShould()
			.callConstructor(JsonMapper.class)
			.orShould()
			.callConstructor(ObjectMapper.class)
			.orShould()
			.dependOnClassesThat()
			.haveNameMatching("com\\.nimbusds\\.jose\\.util\\.JSON.*")
			.check(this.classes);
	}

	@Test
	void everyPackageIsNullMarked() {
		assertThat(this.classes.stream().map(JavaClass::getPackage).distinct())
			.allSatisfy((one) -> assertThat(one.isAnnotatedWith(NullMarked.class)).as(one.getName()).isTrue());
	}

}
