package io.github.clerkspring.sample.gateway;

import java.time.Duration;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.emulator.SessionTokenBuilder;
import io.github.clerkspring.sample.gateway.backend.BackendApplication;
import io.github.clerkspring.sample.shared.EmulatedClerk;

/**
 * Starts the service and the gateway. Without keys of Clerk, both use the emulated Clerk
 * of their common parent context.
 */
public final class GatewaySample {

	private GatewaySample() {
	}

	public static void main(String[] args) {
		ConfigurableApplicationContext parent = parent();
		start(parent, BackendApplication.class, "backend");
		start(parent, GatewayApplication.class, "gateway");
		parent.getBeanProvider(ClerkEmulator.class).ifAvailable(GatewaySample::printRequests);
	}

	static ConfigurableApplicationContext parent() {
		return new SpringApplicationBuilder(EmulatedClerk.class).web(WebApplicationType.NONE).run();
	}

	static ConfigurableApplicationContext start(ConfigurableApplicationContext parent, Class<?> application,
			String name, String... arguments) {
		return new SpringApplicationBuilder(application).parent(parent)
			.properties("spring.config.name=" + name)
			.run(arguments);
	}

	private static void printRequests(ClerkEmulator clerk) {
		System.out.printf("""

				No keys of Clerk are configured, so this is an emulated Clerk at %s

				Ada, through the gateway and directly:
				curl -i http://localhost:8080/api/me -H 'Authorization: Bearer %2$s'
				curl -i http://localhost:8081/me -H 'Authorization: Bearer %2$s'

				Without a token (401):
				curl -i http://localhost:8080/api/me
				curl -i http://localhost:8081/me
				""", clerk.baseUrl(), token(clerk.sessionToken("user_ada").organization("org_acme")));
	}

	private static String token(SessionTokenBuilder token) {
		return token.expiresIn(Duration.ofDays(1)).mint();
	}

}
