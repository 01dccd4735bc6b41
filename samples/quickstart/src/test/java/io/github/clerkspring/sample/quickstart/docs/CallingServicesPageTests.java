package io.github.clerkspring.sample.quickstart.docs;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import io.github.clerkspring.client.core.Secret;
import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.security.ClerkPrincipal;
import io.github.clerkspring.security.outbound.MachineTokenFilter;
import io.github.clerkspring.security.outbound.MachineTokenProvider;
import io.github.clerkspring.test.autoconfigure.AutoConfigureClerkEmulator;

import static org.mockito.BDDMockito.given;

/**
 * The example of docs/calling-services.md for tests, with the emulator and without the
 * secret key of a machine.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "clerk.accepted-tokens=session,m2m")
@AutoConfigureClerkEmulator
@Import(CallingServicesPageTests.Caller.class)
class CallingServicesPageTests {

	@Autowired
	private ClerkEmulator clerk;

	@Autowired
	private WebClient orders;

	@MockitoBean
	private MachineTokenProvider machineTokens;

	@LocalServerPort
	private int port;

	@Test
	void sendsTokenOfTheEmulator() {
		String token = this.clerk.machineToken("mch_shop").mint();
		given(this.machineTokens.token()).willReturn(Mono.just(new Secret(token)));
		StepVerifier.create(
				this.orders.get().uri("http://localhost:{port}/caller", this.port).retrieve().bodyToMono(String.class))
			.expectNext("mch_shop")
			.expectComplete()
			.verify(Duration.ofSeconds(20));
	}

	@RestController
	static class Caller {

		@Bean
		WebClient orders(WebClient.Builder builder, MachineTokenFilter machineTokens) {
			return builder.filter(machineTokens).build();
		}

		@GetMapping("/caller")
		Mono<String> caller(@AuthenticationPrincipal ClerkPrincipal principal) {
			return Mono.just(principal.getName());
		}

	}

}
