package io.github.clerkspring.sample.webhooks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares the migrations with the scripts of the library.
 */
class MigrationTests {

	@ParameterizedTest
	@CsvSource({ "h2, inbox/schema", "h2, sync/schema", "h2, sync/tables", "postgresql, inbox/schema",
			"postgresql, sync/schema", "postgresql, sync/tables" })
	void migrationContainsScript(String platform, String script) throws IOException {
		assertThat(read("db/migration/" + platform + "/V1__clerk.sql"))
			.contains(read("io/github/clerkspring/webhook/" + script + "-" + platform + ".sql"));
	}

	private static String read(String path) throws IOException {
		return new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
	}

}
