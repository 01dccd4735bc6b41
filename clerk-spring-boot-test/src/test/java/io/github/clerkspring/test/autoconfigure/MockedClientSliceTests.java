package io.github.clerkspring.test.autoconfigure;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.security.ClerkTokenType;
import io.github.clerkspring.test.machine.MachineController;
import io.github.clerkspring.test.servlet.ClerkRequestPostProcessors;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A slice that accepts all types of tokens and replaces the client with a mock.
 */
@WebMvcTest(
		properties = { "spring.main.web-application-type=servlet", "clerk.accepted-tokens=session,m2m,oauth,api-key" })
class MockedClientSliceTests {

	@Autowired
	private MockMvcTester mvc;

	@MockitoBean
	private ClerkBackendClient clerk;

	@Test
	void startsWithMockOfClient() {
		assertThat(this.clerk.users()).isNull();
		assertThat(
				this.mvc.get().uri("/who").with(ClerkRequestPostProcessors.clerkMachine(ClerkTokenType.M2M, "mch_1")))
			.hasStatusOk()
			.bodyText()
			.isEqualTo("M2M mch_1, no session");
	}

	@Test
	void opaqueTokenCannotBeVerified() {
		assertThat(this.mvc.get().uri("/who").header("Authorization", "Bearer ak_" + "a".repeat(32))).hasStatus(503);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(MachineController.class)
	static class Application {

	}

}
