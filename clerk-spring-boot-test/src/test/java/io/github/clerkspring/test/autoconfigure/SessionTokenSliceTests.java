package io.github.clerkspring.test.autoconfigure;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.security.CurrentUserId;

import static org.assertj.core.api.Assertions.assertThat;

@WebMvcTest(properties = "spring.main.web-application-type=servlet")
@AutoConfigureClerkEmulator
class SessionTokenSliceTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private ClerkEmulator emulator;

	@Test
	void aSliceIsSecuredAsInProduction() {
		assertThat(this.mvc.get().uri("/me")).hasStatus(401).headers().containsHeader(HttpHeaders.WWW_AUTHENTICATE);
	}

	@Test
	void aMintedTokenOpensASlice() {
		String token = this.emulator.sessionToken(this.emulator.users().create("ada@example.com")).mint();
		assertThat(this.mvc.get().uri("/me").header(HttpHeaders.AUTHORIZATION, "Bearer " + token)).hasStatusOk()
			.bodyText()
			.startsWith("user_");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Controller.class)
	static class Application {

	}

	@RestController
	static class Controller {

		@GetMapping("/me")
		String me(@CurrentUserId String userId) {
			return userId;
		}

	}

}
