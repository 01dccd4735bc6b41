package io.github.clerkspring.boot.webhook;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Paths of the servlet filter. Since a proxy may only forward requests below the path of
 * the dispatcher servlet, webhooks are received there as well.
 */
final class WebhookPaths {

	private static final String SERVLET_PATH = "spring.mvc.servlet.path";

	private WebhookPaths() {
	}

	static List<String> of(String path, Environment environment) {
		String servletPath = StringUtils.trimTrailingCharacter(environment.getProperty(SERVLET_PATH, ""), '/');
		return Stream.of(path, servletPath + path).distinct().toList();
	}

}
