package io.github.clerkspring.security.session;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.Jwt;

import io.github.clerkspring.security.ClerkSession;
import io.github.clerkspring.security.ClerkSession.Actor.Kind;

import static org.assertj.core.api.Assertions.assertThat;

class ActorAndTasksTests {

	private final ClerkSessionConverter converter = new ClerkSessionConverter(ClerkAuthoritiesMapper.withDefaults());

	@Test
	void kindsOfActorsAreDistinguished() {
		assertThat(kind(Map.of("sub", "user_2"))).isEqualTo(Kind.ACTOR_TOKEN);
		assertThat(kind(Map.of("sub", "user_2", "iss", "https://dashboard.clerk.com", "sid", "sess_2")))
			.isEqualTo(Kind.DASHBOARD);
		assertThat(kind(Map.of("sub", "user_2", "iss", "https://dashboard.clerk.com.evil.example")))
			.isEqualTo(Kind.ACTOR_TOKEN);
		assertThat(kind(Map.of("sub", "agent_1", "type", "agent", "iss", "https://dashboard.clerk.com")))
			.isEqualTo(Kind.AGENT);
		assertThat(kind(Map.of())).isEqualTo(Kind.ACTOR_TOKEN);
	}

	@Test
	void textOfTheSessionHasBothIds() {
		assertThat(session("act", Map.of("sub", "user_2")).toString()).contains("userId=user_1", "actor=user_2");
		assertThat(session("any", 1).toString()).contains("userId=user_1").doesNotContain("actor");
	}

	@Test
	void tasksAreReadWhereTheTokenNamesThem() {
		assertThat(session("any", 1).tasks()).isEmpty();
		assertThat(session("tasks", List.of("setup-mfa", Map.of("key", "choose-organization"))).tasks())
			.containsExactly("setup-mfa", "choose-organization");
		assertThat(session("tasks", List.of(1, "", " ", Map.of(), Map.of("key", 2))).tasks()).isEmpty();
		assertThat(session("tasks", "setup-mfa").tasks()).isEmpty();
	}

	private Kind kind(Map<String, Object> actor) {
		ClerkSession session = session("act", actor);
		assertThat(session.actor()).isNotNull();
		return session.actor().kind();
	}

	private ClerkSession session(String claim, Object value) {
		Map<String, Object> claims = new HashMap<>(Map.of("sub", "user_1", "sid", "sess_1"));
		claims.put(claim, value);
		return this.converter.convert(new Jwt("token", null, Instant.EPOCH, Map.of("alg", "RS256"), claims));
	}

}
