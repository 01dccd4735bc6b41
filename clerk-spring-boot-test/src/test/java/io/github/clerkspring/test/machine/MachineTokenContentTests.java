package io.github.clerkspring.test.machine;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

import io.github.clerkspring.security.ClerkMachine;
import io.github.clerkspring.security.ClerkTokenType;
import io.github.clerkspring.security.machine.MachineAuthoritiesMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MachineTokenContentTests {

	private static Authentication authenticate(Content content, GenericApplicationContext context) {
		context.refresh();
		try (context) {
			return MachineAuthentications.authenticate(content, context);
		}
	}

	private static ClerkMachine read(Content content) {
		return (ClerkMachine) authenticate(content, new AnnotationConfigApplicationContext()).getPrincipal();
	}

	@Test
	void createsOauthClientOfUser() {
		ClerkMachine machine = read(new Content(ClerkTokenType.OAUTH, "user_ada").id("oat_1")
			.scopes("profile", "email")
			.clientId("client_1")
			.organization("org_acme")
			.audience("https://api.example")
			.actor("agent_1")
			.claim("tenant", "acme"));
		assertThat(machine.tokenType()).isEqualTo(ClerkTokenType.OAUTH);
		assertThat(machine.id()).isEqualTo("oat_1");
		assertThat(machine.userId()).isEqualTo("user_ada");
		assertThat(machine.clientId()).isEqualTo("client_1");
		assertThat(machine.organizationId()).isEqualTo("org_acme");
		assertThat(machine.scopes()).containsExactly("profile", "email");
		assertThat(machine.audience()).containsExactly("https://api.example");
		assertThat(machine.actor()).isEqualTo(Map.of("sub", "agent_1"));
		assertThat(machine.claims()).containsEntry("tenant", "acme");
		assertThat(machine.expiresAt()).isNull();
	}

	@Test
	void createsApiKeyOfOrganization() {
		ClerkMachine machine = read(new Content(ClerkTokenType.API_KEY, "org_acme").name("ci"));
		assertThat(machine.organizationId()).isEqualTo("org_acme");
		assertThat(machine.userId()).isNull();
		assertThat(machine.clientId()).isNull();
		assertThat(machine.name()).isEqualTo("ci");
		assertThat(machine.id()).isEqualTo("ak_test");
	}

	@Test
	void createsMachine() {
		ClerkMachine machine = read(new Content(ClerkTokenType.M2M, "mch_worker").scopes("mch_api"));
		assertThat(machine.getName()).isEqualTo("mch_worker");
		assertThat(machine.userId()).isNull();
		assertThat(machine.scopes()).containsExactly("mch_api");
	}

	@Test
	void mapsAuthoritiesAsTheApplication() {
		Content content = new Content(ClerkTokenType.API_KEY, "user_ada").scopes("read");
		assertThat(authenticate(content, new AnnotationConfigApplicationContext()).getAuthorities())
			.extracting(GrantedAuthority::getAuthority)
			.contains("SCOPE_read", "FACTOR_BEARER");
		GenericApplicationContext own = new AnnotationConfigApplicationContext();
		own.registerBean(MachineAuthoritiesMapper.class,
				() -> (machine) -> List.of(new SimpleGrantedAuthority("of " + machine.subject())));
		assertThat(authenticate(content, own).getAuthorities()).extracting(GrantedAuthority::getAuthority)
			.contains("of user_ada")
			.doesNotContain("SCOPE_read");
	}

	@ParameterizedTest
	@CsvSource({ "M2M,user_ada", "M2M,org_acme", "OAUTH,mch_worker", "OAUTH,org_acme", "API_KEY,sess_1", "API_KEY,ada",
			"SESSION,user_ada" })
	void refusesSubjectsThatATypeDoesNotHave(ClerkTokenType type, String subject) {
		assertThatIllegalArgumentException().isThrownBy(() -> new Content(type, subject));
	}

	@Test
	void refusesContentThatATypeDoesNotHave() {
		Content key = new Content(ClerkTokenType.API_KEY, "org_acme");
		assertThatIllegalArgumentException().isThrownBy(() -> key.clientId("client"));
		assertThatIllegalArgumentException().isThrownBy(() -> key.actor("agent"));
		assertThatIllegalArgumentException().isThrownBy(() -> key.organization("org_else"));
		assertThatIllegalArgumentException().isThrownBy(() -> new Content(ClerkTokenType.M2M, "mch_a").name("ci"));
	}

	private static final class Content extends MachineTokenContent<Content> {

		Content(ClerkTokenType tokenType, String subject) {
			super(tokenType, subject);
		}

		@Override
		protected Content self() {
			return this;
		}

	}

}
