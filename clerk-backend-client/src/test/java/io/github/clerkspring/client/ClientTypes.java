package io.github.clerkspring.client;

import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import io.github.clerkspring.client.core.ClerkApiError;
import io.github.clerkspring.client.core.DeletedObject;
import io.github.clerkspring.client.core.Page;
import io.github.clerkspring.client.core.RequestFields;
import io.github.clerkspring.client.core.Secret;

/**
 * Types of the client as they lie on the class path, whether an operation reaches them or
 * not.
 */
final class ClientTypes {

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages("io.github.clerkspring.client");

	private ClientTypes() {
	}

	/** Return the records that answers consist of. */
	static Stream<Class<?>> answers() {
		return Stream.concat(families().filter(JavaClass::isRecord).map(JavaClass::reflect),
				Stream.of(Page.class, DeletedObject.class, ClerkApiError.class, Secret.class));
	}

	/** Return the bodies and queries of requests, and what they consist of. */
	static Stream<Class<?>> requests() {
		return families().filter((type) -> type.isAssignableTo(RequestFields.class))
			.filter((type) -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
			.map(JavaClass::reflect);
	}

	private static Stream<JavaClass> families() {
		return CLASSES.stream()
			.filter((type) -> !type.getPackageName().equals("io.github.clerkspring.client")
					&& !type.getPackageName().matches(".*\\.client\\.(core|http)"));
	}

}
