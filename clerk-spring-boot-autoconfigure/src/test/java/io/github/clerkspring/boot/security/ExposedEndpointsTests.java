package io.github.clerkspring.boot.security;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.server.SecurityWebFilterChain;

import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.security.reactive.ReactiveClerkResourceServer;
import io.github.clerkspring.security.servlet.ClerkResourceServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Warning of actuator endpoints that every signed-in user can call.
 */
@ExtendWith(OutputCaptureExtension.class)
class ExposedEndpointsTests {

	private static final String WARNING = "Every signed-in user can call the actuator endpoints ";

	/**
	 * With both servers on the class path Spring Boot defines the management server
	 * twice.
	 */
	private static final String ONE_SERVER = "--spring.autoconfigure.exclude=org.springframework.boot.tomcat."
			+ "autoconfigure.actuate.web.server.TomcatReactiveManagementContextAutoConfiguration";

	private final ClerkEmulator clerk = ClerkEmulator.start();

	private String token;

	@BeforeEach
	void seed() {
		this.token = this.clerk.sessionToken(this.clerk.users().create("ada@example.com")).mint();
	}

	@AfterEach
	void close() {
		this.clerk.close();
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void warnsOnceOfEndpointsThatAreCalledWithAnyToken(WebApplicationType type, CapturedOutput output) {
		try (RunningApplication application = start(type,
				"--management.endpoints.web.exposure.include=health,env,beans",
				"--management.endpoints.web.base-path=/manage")) {
			assertThat(application.status(HttpMethod.GET, "/manage/env", null)).isEqualTo(401);
			assertThat(application.status(HttpMethod.GET, "/manage/env", this.token)).isEqualTo(200);
			assertThat(output.getOut().split(WARNING, -1)).hasSize(2);
			assertThat(output).contains(WARNING + "[beans, env]");
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void warnsOfEndpointsOnTheirOwnPort(WebApplicationType type, CapturedOutput output) {
		try (RunningApplication application = start(type, "--management.endpoints.web.exposure.include=*",
				"--management.endpoints.web.exposure.exclude=beans", "--management.server.port=0",
				"--management.server.address=127.0.0.1", ONE_SERVER)) {
			assertThat(application.send("local.management.port", HttpMethod.GET, "/actuator/env", null)
				.getStatus()
				.value()).isEqualTo(401);
			assertThat(application.send("local.management.port", HttpMethod.GET, "/actuator/env", this.token)
				.getStatus()
				.value()).isEqualTo(200);
			assertThat(output.getOut().split(WARNING, -1)).hasSize(2);
			assertThat(output).containsPattern("endpoints \\[clerk, conditions, configprops, env, .*threaddump]");
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void doesNotWarnOfHealthAndInfo(WebApplicationType type, CapturedOutput output) {
		try (RunningApplication application = start(type, "--management.endpoints.web.exposure.include=health,info")) {
			assertThat(application.status(HttpMethod.GET, "/actuator/health", null)).isEqualTo(200);
			assertThat(application.status(HttpMethod.GET, "/actuator/info", null)).isEqualTo(401);
			assertThat(output).doesNotContain(WARNING);
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void doesNotWarnOfEndpointsWithoutAccessOrWithoutPort(WebApplicationType type, CapturedOutput output) {
		start(type, "--management.endpoints.web.exposure.include=env", "--management.endpoint.env.access=none").close();
		start(type, "--management.endpoints.web.exposure.include=env", "--management.server.port=-1").close();
		start(type, "--management.endpoints.jmx.exposure.include=env", "--spring.jmx.enabled=true").close();
		assertThat(output).doesNotContain(WARNING);
	}

	@ParameterizedTest
	@EnumSource(names = { "REACTIVE", "SERVLET" })
	void doesNotWarnOfChainsOfTheApplication(WebApplicationType type, CapturedOutput output) {
		RunningApplication.start(type, this.clerk, OwnChain.class, "--management.endpoints.web.exposure.include=env")
			.close();
		assertThat(output).doesNotContain(WARNING);
	}

	private RunningApplication start(WebApplicationType type, String... arguments) {
		return RunningApplication.start(type, this.clerk, DefaultChain.class, arguments);
	}

	@Configuration(proxyBeanMethods = false)
	static class DefaultChain {

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnChain {

		@Bean
		@ConditionalOnWebApplication(type = Type.SERVLET)
		SecurityFilterChain servlet(HttpSecurity http, ClerkResourceServer clerk) {
			return clerk.configure(http)
				.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
				.build();
		}

		@Bean
		@ConditionalOnWebApplication(type = Type.REACTIVE)
		SecurityWebFilterChain reactive(ServerHttpSecurity http, ReactiveClerkResourceServer clerk) {
			return clerk.configure(http)
				.authorizeExchange((exchanges) -> exchanges.anyExchange().authenticated())
				.build();
		}

	}

}
