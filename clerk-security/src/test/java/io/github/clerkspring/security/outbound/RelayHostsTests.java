package io.github.clerkspring.security.outbound;

import java.net.URI;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link RelayHosts}.
 */
class RelayHostsTests {

	private final RelayHosts hosts = RelayHosts.of("Orders.example.com", "billing.example.com:8443", "localhost:8081",
			"127.0.0.1", "[::1]:8082", "plain.example.com:80");

	@ParameterizedTest
	@ValueSource(strings = { "https://orders.example.com/a?b", "https://ORDERS.example.com:443",
			"HTTPS://orders.example.com", "https://billing.example.com:8443/", "http://localhost:8081/",
			"https://localhost:8081/", "http://127.0.0.1/", "https://127.0.0.1/", "http://[::1]:8082/" })
	void listedHostsReceiveToken(URI uri) {
		assertThat(this.hosts.contains(uri)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://orders.example.com/", "http://orders.example.com:443/",
			"https://orders.example.com:8443/", "https://orders.example.com:80/", "https://billing.example.com/",
			"https://evil.example.com/", "https://a.orders.example.com/", "https://orders.example.com.evil.com/",
			"https://orders.example.com./", "https://example.com/", "https://orders.example.com@evil.com/",
			"https://user@orders.example.com/", "https://evil.com/orders.example.com",
			"https://evil.com?orders.example.com", "https://evil.com#orders.example.com", "ftp://orders.example.com/",
			"//orders.example.com/", "/orders", "orders.example.com:443", "http://localhost/", "http://localhost:8082/",
			"http://127.0.0.1:8081/", "http://127.0.0.2/", "http://localhost.evil.com:8081/",
			"http://plain.example.com/", "https://plain.example.com/", "mailto:orders.example.com",
			"https://xn--orders-.example.com/" })
	void otherUrisDoNot(URI uri) {
		assertThat(this.hosts.contains(uri)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "*", "*.example.com", "https://orders.example.com", "orders.example.com/",
			"orders.example.com/path", "orders.example.com:", "orders.example.com:0", "orders.example.com:65536",
			"orders.example.com:http", "user@orders.example.com", "orders example.com", "-orders",
			"orders.example.com.", "orders.example.com:443:443", "::1", "örders.example.com", "${ORDERS_HOST}" })
	void otherFormatsAreRefused(String host) {
		assertThatIllegalArgumentException().isThrownBy(() -> RelayHosts.of(host));
	}

}
