package io.github.clerkspring.boot;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import io.github.clerkspring.security.outbound.RelayHosts;

/**
 * Properties of the relay of tokens.
 *
 * @param hosts Comma-separated list of hosts that receive the token of the current
 * request, with their ports unless they are the default ports.
 * @param groups Comma-separated list of HTTP service groups whose requests to these hosts
 * are sent with the token.
 */
@ConfigurationProperties("clerk.relay")
public record ClerkRelayProperties(@DefaultValue List<String> hosts, @DefaultValue List<String> groups) {

	public ClerkRelayProperties {
		hosts = TextProperty.list("clerk.relay.hosts", hosts, ClerkRelayProperties::host);
		groups = TextProperty.list("clerk.relay.groups", groups, TextProperty::any);
	}

	private static String host(String property, String value) {
		try {
			RelayHosts.of(value);
			return value;
		}
		catch (IllegalArgumentException ex) {
			throw InvalidValue.of(property, value, ex.getMessage() + ".");
		}
	}

}
