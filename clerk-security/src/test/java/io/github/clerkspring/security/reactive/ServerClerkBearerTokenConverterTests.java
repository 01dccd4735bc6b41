package io.github.clerkspring.security.reactive;

import java.time.Duration;
import java.util.concurrent.Callable;

import org.junit.jupiter.api.Test;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import io.github.clerkspring.security.web.SessionTokenReader;

import static org.assertj.core.api.Assertions.assertThat;

class ServerClerkBearerTokenConverterTests {

	private final ServerClerkBearerTokenConverter converter = new ServerClerkBearerTokenConverter(
			SessionTokenReader.headerOnly());

	@Test
	void readsTokenWithoutSubscription() throws Exception {
		Mono<Authentication> result = this.converter.convert(exchange("Bearer a.b.c"));
		assertThat(result).isInstanceOf(Callable.class);
		assertThat(((Callable<?>) result).call()).isInstanceOfSatisfying(BearerTokenAuthenticationToken.class,
				(token) -> assertThat(token.getToken()).isEqualTo("a.b.c"));
	}

	@Test
	void isEmptyWithoutToken() {
		StepVerifier.create(this.converter.convert(exchange("Basic YTpi")))
			.expectComplete()
			.verify(Duration.ofSeconds(5));
	}

	@Test
	void malformedTokenIsNotIgnored() {
		StepVerifier.create(this.converter.convert(exchange("Bearer a b")))
			.expectNextMatches(
					(token) -> SessionTokenReader.MALFORMED.equals(((BearerTokenAuthenticationToken) token).getToken()))
			.expectComplete()
			.verify(Duration.ofSeconds(5));
	}

	private static ServerWebExchange exchange(String authorization) {
		return MockServerWebExchange.from(MockServerHttpRequest.get("/").header("Authorization", authorization));
	}

}
