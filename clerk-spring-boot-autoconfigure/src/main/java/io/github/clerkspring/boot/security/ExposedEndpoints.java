package io.github.clerkspring.boot.security;

import java.util.List;
import java.util.Set;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.actuate.endpoint.ExposableEndpoint;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.core.env.Environment;

/**
 * Warns at startup if actuator endpoints are accessible to every signed-in user, since
 * the default filter chain only requires a session token.
 */
class ExposedEndpoints implements SmartInitializingSingleton {

	private static final Log logger = LogFactory.getLog(ExposedEndpoints.class);

	private static final Set<String> HARMLESS = Set.of("health", "info");

	private final ObjectProvider<PathMappedEndpoints> endpoints;

	private final Environment environment;

	ExposedEndpoints(ObjectProvider<PathMappedEndpoints> endpoints, Environment environment) {
		this.endpoints = endpoints;
		this.environment = environment;
	}

	@Override
	public void afterSingletonsInstantiated() {
		if (ManagementPortType.get(this.environment) != ManagementPortType.DISABLED) {
			this.endpoints.ifAvailable(this::check);
		}
	}

	private void check(PathMappedEndpoints exposed) {
		List<String> names = exposed.stream()
			.map(ExposableEndpoint.class::cast)
			.map((endpoint) -> endpoint.getEndpointId().toString())
			.filter((name) -> !HARMLESS.contains(name))
			.sorted()
			.toList();
		if (!names.isEmpty()) {
			logger.warn("Every signed-in user can call the actuator endpoints " + names
					+ ", since the default security filter chain requires a session token only. Expose fewer with "
					+ "'management.endpoints.web.exposure.include', or restrict them in a chain of your own with "
					+ "EndpointRequest.toAnyEndpoint()");
		}
	}

}
