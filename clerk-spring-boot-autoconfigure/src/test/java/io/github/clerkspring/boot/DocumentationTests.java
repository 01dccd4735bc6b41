package io.github.clerkspring.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.autoconfigure.reactive.ClientHttpConnectorBuilderCustomizer;
import org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration;
import org.springframework.boot.http.client.reactive.ReactorClientHttpConnectorBuilder;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.netty.transport.ProxyProvider;

import io.github.clerkspring.boot.client.ClerkClientAutoConfiguration;
import io.github.clerkspring.client.ClerkBackendClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page on configuration is complete, and its snippets are code.
 */
class DocumentationTests {

	private static final Pattern SNIPPET = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

	@Test
	void everyPropertyIsDocumented() throws IOException {
		String page = page();
		assertThat(ClerkPropertiesMetadataTests.properties())
			.allSatisfy((property) -> assertThat(page).contains("`" + property.get("name").asString() + "`"));
	}

	@Test
	void everySnippetIsCode() throws IOException {
		String code = normalize(
				Files.readString(Path.of("src/test/java/io/github/clerkspring/boot/DocumentationTests.java")));
		List<String> snippets = SNIPPET.matcher(page())
			.results()
			.map((MatchResult match) -> normalize(match.group(1)))
			.toList();
		assertThat(snippets).isNotEmpty().allSatisfy((snippet) -> assertThat(code).contains(snippet));
	}

	@Test
	void theCodeOfTheSnippetsWorks() {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(ReactiveHttpClientAutoConfiguration.class,
					ClerkAutoConfiguration.class, ClerkClientAutoConfiguration.class))
			.withUserConfiguration(Proxy.class)
			.withPropertyValues("clerk.secret-key=sk_test_0123456789")
			.run((context) -> assertThat(context.getBean(ClerkBackendClient.class)).isNotNull());
	}

	private static String page() throws IOException {
		return Files.readString(Path.of("../docs/configuration.md"));
	}

	private static String normalize(String code) {
		return code.replaceAll("\\s+", " ").trim();
	}

	@Configuration(proxyBeanMethods = false)
	static class Proxy {

		@Bean
		ClientHttpConnectorBuilderCustomizer<ReactorClientHttpConnectorBuilder> proxy() {
			return (builder) -> builder.withHttpClientCustomizer((httpClient) -> httpClient
				.proxy((proxy) -> proxy.type(ProxyProvider.Proxy.HTTP).host("proxy.example.com").port(3128)));
		}

	}

}
