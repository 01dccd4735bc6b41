package io.github.clerkspring.security.outbound;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.springframework.util.Assert;

/**
 * Hosts to which the token of the current request is relayed. Hosts and ports are
 * compared exactly; a host without a port stands for the default port. HTTPS is required,
 * except for loopback addresses.
 */
public final class RelayHosts {

	private static final Pattern HOST = Pattern
		.compile("(?<host>[a-z0-9]([a-z0-9.-]*[a-z0-9])?|\\[[0-9a-f:.]+])(:(?<port>[0-9]{1,5}))?");

	private static final int MAX_PORT = 65_535;

	private final Set<String> hosts;

	private RelayHosts(Set<String> hosts) {
		this.hosts = hosts;
	}

	/**
	 * Create a list of hosts.
	 * @param hosts the hosts, such as {@code orders.example.com} or
	 * {@code localhost:8081}
	 * @return the list
	 * @throws IllegalArgumentException if a host has another format
	 */
	public static RelayHosts of(String... hosts) {
		return of(List.of(hosts));
	}

	/**
	 * Create a list of hosts.
	 * @param hosts the hosts, such as {@code orders.example.com} or
	 * {@code localhost:8081}
	 * @return the list
	 * @throws IllegalArgumentException if a host has another format
	 */
	public static RelayHosts of(Collection<String> hosts) {
		return new RelayHosts(hosts.stream().map(RelayHosts::normalize).collect(Collectors.toUnmodifiableSet()));
	}

	private static String normalize(String host) {
		String normalized = host.toLowerCase(Locale.ROOT);
		Matcher matcher = HOST.matcher(normalized);
		Assert.isTrue(matcher.matches() && isPort(matcher.group("port")),
				() -> "A host must be a name or an address with an optional port, such as orders.example.com or "
						+ "localhost:8081, without scheme, path and wildcard");
		return normalized;
	}

	private static boolean isPort(String port) {
		return port == null || (Integer.parseInt(port) > 0 && Integer.parseInt(port) <= MAX_PORT);
	}

	/**
	 * Return whether the token is relayed to a URI.
	 * @param uri the URI
	 * @return whether its host and port are listed, and it is secure
	 */
	public boolean contains(URI uri) {
		Origin origin = Origin.of(uri);
		if (origin == null || !origin.isSecure()) {
			return false;
		}
		return this.hosts.contains(origin.host() + ":" + origin.port())
				|| (origin.hasDefaultPort() && this.hosts.contains(origin.host()));
	}

	@Override
	public String toString() {
		return this.hosts.toString();
	}

}
