package io.github.clerkspring.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.service.annotation.HttpExchange;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares {@code docs/operations.md} with the interfaces. To generate it:
 * {@code ./mvnw -pl clerk-backend-client test -Dtest=OperationIndexTests -Dclerk.index=write}.
 */
class OperationIndexTests {

	private static final Path INDEX = Path.of("../docs/operations.md");

	private static final Path SOURCES = Path.of("src/main/java");

	private static final String HEAD = """
			# Operations

			The operations of Clerk's Backend API, ordered by path, and the methods of a `ClerkBackendClient clerk` that call them.
			Paths are relative to `/v1`. Names in braces are parameters of the method.

			| method | path | call |
			|---|---|---|
			""";

	@Test
	void indexListsEveryOperation() throws IOException {
		String index = HEAD + rows().collect(Collectors.joining());
		if ("write".equals(System.getProperty("clerk.index"))) {
			Files.writeString(INDEX, index);
		}
		assertThat(INDEX).hasContent(index);
	}

	@Test
	void javadocOfEveryOperationHasItsMethodAndPath() {
		assertThat(operations()).isNotEmpty()
			.allSatisfy((row) -> assertThat(row.source()).contains("{@code %s %s}".formatted(row.verb(), row.path())));
	}

	private static Stream<String> rows() {
		return operations().map(Row::toString);
	}

	private static Stream<Row> operations() {
		return Arrays.stream(ClerkBackendClient.class.getMethods())
			.filter((accessor) -> accessor.getReturnType().getSimpleName().endsWith("Operations"))
			.flatMap((accessor) -> Arrays.stream(accessor.getReturnType().getMethods())
				.filter((method) -> Modifier.isAbstract(method.getModifiers()))
				.map((method) -> new Row(accessor.getName(), method)))
			.sorted(Comparator.comparing(Row::path).thenComparing(Row::verb));
	}

	private record Row(String accessor, Method method) {

		String path() {
			return exchange().url();
		}

		String verb() {
			return exchange().method();
		}

		String source() {
			Path file = SOURCES.resolve(this.method.getDeclaringClass().getName().replace('.', '/') + ".java");
			try {
				return Files.readString(file).replaceAll("\\s+(\\* )?", " ");
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		private HttpExchange exchange() {
			return AnnotatedElementUtils.getMergedAnnotation(this.method, HttpExchange.class);
		}

		@Override
		public String toString() {
			String deprecated = (this.method.isAnnotationPresent(Deprecated.class)) ? " (deprecated)" : "";
			return "| %s | `%s` | `clerk.%s().%s`%s |\n".formatted(verb(), path(), this.accessor, this.method.getName(),
					deprecated);
		}

	}

}
