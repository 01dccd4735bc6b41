package io.github.clerkspring.sample.quickstart;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the starter brings to an application, and what it must not bring.
 */
class DependencyTests {

	@Test
	void reactorNettyComesWithoutNativeLibraries() throws IOException {
		assertThat(new PathMatchingResourcePatternResolver().getResources("classpath*:META-INF/native/*"))
			.noneMatch((library) -> String.valueOf(library.getFilename()).contains("netty"));
	}

}
