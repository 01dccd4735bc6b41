package io.github.clerkspring.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.ClaimAccessor;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Architecture rules of this module.
 */
class ArchitectureTests {

	private static final String ROOT = "io.github.clerkspring.security";

	private static final Set<String> INTERNAL = Set.of(ROOT + ".keys", ROOT + ".token", ROOT + ".web");

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
	void rootDependsOnNoOtherPackage() {
		ArchRuleDefinition.noClasses()
			.that()
			.resideInAPackage(ROOT)
			.should()
			.dependOnClassesThat()
			.resideInAPackage(ROOT + ".*..")
			.check(this.classes);
	}

	@Test
	void packagesDependOnLowerPackagesOnly() {
		mayDependOn("keys");
		mayDependOn("token", "keys");
		mayDependOn("session", "token", "keys");
		mayDependOn("machine.opaque", "token", "keys");
		mayDependOn("machine", "machine.opaque", "token", "keys");
		mayDependOn("web", "session", "machine", "token");
		mayDependOn("authorization", "web", "machine");
		mayDependOn("outbound", "keys");
	}

	private void mayDependOn(String name, String... lower) {
		String[] allowed = Stream
			.concat(Stream.of(ROOT, ROOT + "." + name), Stream.of(lower).map((one) -> ROOT + "." + one))
			.toArray(String[]::new);
		ArchRuleDefinition.noClasses()
			.that()
			.resideInAPackage(ROOT + "." + name)
			.should()
			.dependOnClassesThat(JavaClass.Predicates.resideInAPackage(ROOT + "..")
				.and(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(allowed))))
			.check(this.classes);
	}

	@Test
	void packagesHaveNoCircles() {
		SlicesRuleDefinition.slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(this.classes);
	}

	@Test
	void packagesAreSmall() {
		Map<String, Long> files = this.classes.stream()
			.filter(JavaClass::isTopLevelClass)
			.collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
		assertThat(files).allSatisfy((name, count) -> assertThat(count).as(name).isLessThanOrEqualTo(25));
	}

	@Test
	void internalPackagesHaveFewPublicTypes() {
		assertThat(this.classes.stream()
			.filter((type) -> INTERNAL.contains(type.getPackageName()))
			.filter((type) -> type.getModifiers().contains(JavaModifier.PUBLIC))
			.map(JavaClass::getFullName)).hasSizeBetween(1, 16).noneMatch((name) -> name.endsWith("package-info"));
	}

	@Test
	void applicationsDoNotUseInternalPackages() throws IOException {
		Pattern internal = Pattern.compile(Pattern.quote(ROOT) + "\\.(keys|token|web)\\.");
		List<Path> sources = Stream.of(Path.of("../samples"), Path.of("../clerk-spring-boot-autoconfigure/src/test"))
			.flatMap(ArchitectureTests::sources)
			.filter((file) -> file.startsWith("../samples") || file.getParent().endsWith("example"))
			.toList();
		assertThat(sources).hasSizeGreaterThan(20);
		assertThat(sources).allSatisfy((file) -> assertThat(Files.readString(file)).doesNotContainPattern(internal));
	}

	private static Stream<Path> sources(Path directory) {
		try (Stream<Path> files = Files.walk(directory)) {
			// Ahead-of-time processing writes sources below target
			return files.filter((file) -> file.toString().endsWith(".java") && !file.toString().contains("/target/"))
				.toList()
				.stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Test
	void reactiveTypesAreNamedAfterTheirServletCounterparts() {
		Set<String> servlet = names(ROOT + ".servlet");
		Set<String> reactive = names(ROOT + ".reactive");
		assertThat(servlet).allSatisfy((name) -> assertThat(reactive).containsAnyOf("Reactive" + name, "Server" + name,
				name.replaceFirst("Filter$", "WebFilter"), "Server" + name.replaceFirst("Resolver$", "Converter")));
	}

	private Set<String> names(String packageName) {
		return this.classes.stream()
			.filter((type) -> type.getPackageName().equals(packageName) && type.isTopLevelClass()
					&& type.getModifiers().contains(JavaModifier.PUBLIC))
			.map(JavaClass::getSimpleName)
			.filter((name) -> !name.equals("package-info"))
			.collect(Collectors.toSet());
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
	void onlyPackagesOfTokensReadClaims() {
		ArchRuleDefinition.noClasses()
			.that()
			.resideOutsideOfPackages(ROOT + ".token", ROOT + ".session", ROOT + ".machine")
			.should()
			.dependOnClassesThat()
			.haveSimpleName("JwtClaimNames")
			.orShould()
			.callMethodWhere(DescribedPredicate.describe("reads a claim",
					(JavaMethodCall call) -> call.getTargetOwner().isAssignableTo(ClaimAccessor.class)
							&& call.getName().matches("(get|has)Claim.*")))
			.check(this.classes);
	}

	@Test
	void parsersOfJsonAreMadeInOnePlace() {
		ArchRuleDefinition.noClasses()
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
