package io.github.clerkspring.sample.webmvc;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import io.github.clerkspring.sample.shared.MembersController;
import io.github.clerkspring.test.session.WithClerkSession;

import static org.assertj.core.api.Assertions.assertThat;

@WebMvcTest(MembersController.class)
@Import(SecurityConfiguration.class)
class MembersControllerTests {

	@Autowired
	private MockMvcTester mvc;

	@Test
	@WithClerkSession
	void membersRequireAnOrganization() {
		assertThat(this.mvc.get().uri("/organization/members")).hasStatus(403);
	}

	@Test
	@WithClerkSession(role = "org:member")
	void removalRequiresAnAdministrator() {
		assertThat(this.mvc.delete().uri("/organization/members/user_bob")).hasStatus(403);
	}

}
