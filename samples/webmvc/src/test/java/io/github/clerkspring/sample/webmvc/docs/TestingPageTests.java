package io.github.clerkspring.sample.webmvc.docs;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import io.github.clerkspring.security.ClerkSession;
import io.github.clerkspring.test.autoconfigure.AutoConfigureClerkEmulator;
import io.github.clerkspring.test.servlet.ClerkRequestPostProcessors;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/**
 * The examples of docs/testing.md for servlet MVC.
 */
@SpringBootTest
@AutoConfigureMockMvc
@AutoConfigureClerkEmulator
@Import(TestingPageTests.InvoiceController.class)
class TestingPageTests {

	@Autowired
	private MockMvc mockMvc;

	@Test
	void claimsSession() throws Exception {
		MockMvc mvc = this.mockMvc;
		mvc.perform(get("/invoices")).andExpect(status().isUnauthorized());
		var session = ClerkRequestPostProcessors.clerkSession("user_ada").organization("org_acme").role("org:admin");
		mvc.perform(get("/invoices").with(session)).andExpect(status().isOk());
	}

	@RestController
	static class InvoiceController {

		@GetMapping("/invoices")
		String invoices(@AuthenticationPrincipal ClerkSession session) {
			return session.userId();
		}

	}

}
