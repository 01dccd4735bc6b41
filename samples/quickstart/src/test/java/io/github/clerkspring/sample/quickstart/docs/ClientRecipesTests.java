package io.github.clerkspring.sample.quickstart.docs;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import reactor.core.publisher.Mono;

import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.client.core.ClerkApiError;
import io.github.clerkspring.client.core.ClerkApiException;
import io.github.clerkspring.client.core.Page;
import io.github.clerkspring.client.user.UpdateUserRequest;
import io.github.clerkspring.client.user.User;
import io.github.clerkspring.client.user.UserMetadataRequest;
import io.github.clerkspring.client.user.UserQuery;
import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.emulator.Fault;
import io.github.clerkspring.security.CurrentUserId;
import io.github.clerkspring.test.autoconfigure.AutoConfigureClerkEmulator;
import io.github.clerkspring.test.reactive.ClerkServerConfigurers;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The recipes of docs/client.md.
 */
@SpringBootTest
@AutoConfigureWebTestClient
@AutoConfigureClerkEmulator
@Import({ ClientRecipesTests.PeopleController.class, ClientRecipesTests.ClerkErrors.class })
class ClientRecipesTests {

	private static final byte[] PNG = { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 0 };

	@Autowired
	private ClerkEmulator emulator;

	@Autowired
	private WebTestClient client;

	@Test
	void mergesAndRemovesMetadata() {
		String ada = this.emulator.users().create((user) -> user.publicMetadata(Map.of("plan", "pro")));
		as(ada).put().uri("/me/theme").bodyValue("dark").exchange().expectStatus().isOk();
		assertThat(this.emulator.users().get(ada)).containsEntry("public_metadata",
				Map.of("plan", "pro", "theme", "dark"));
		as(ada).delete().uri("/me/theme").exchange().expectStatus().isOk();
		assertThat(this.emulator.users().get(ada)).containsEntry("public_metadata", Map.of("plan", "pro"));
	}

	@Test
	void readsOnePage() {
		List.of("Ada", "Bob", "Eve").forEach((name) -> this.emulator.users().create((user) -> user.firstName(name)));
		as("user_ada").get()
			.uri("/people?page=1")
			.exchange()
			.expectBody(String.class)
			.value((page) -> assertThat(page).contains("Eve", "\"total\":3").doesNotContain("Bob", "metadata"));
	}

	@Test
	void convertsErrorsToProblemDetails() {
		as("user_missing").put().uri("/me/theme").bodyValue("dark").exchange().expectStatus().isNotFound();
		String ada = this.emulator.users().create((user) -> user.username("ada_lovelace"));
		this.emulator.users().create((user) -> user.username("bob_builder"));
		as(ada).put()
			.uri("/me/name")
			.bodyValue("bob_builder")
			.exchange()
			.expectStatus()
			.isEqualTo(422)
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody(String.class)
			.value((problem) -> assertThat(problem).contains("form_identifier_exists").doesNotContain("sk_"));
		this.emulator.failNext(Fault.status(401));
		as(ada).put().uri("/me/name").bodyValue("ada_lovelace").exchange().expectStatus().isEqualTo(502);
		this.emulator.failNext(Fault.status(429).retryAfter(Duration.ofHours(1)));
		as(ada).put()
			.uri("/me/name")
			.bodyValue("ada_lovelace")
			.exchange()
			.expectStatus()
			.isEqualTo(503)
			.expectHeader()
			.valueEquals(HttpHeaders.RETRY_AFTER, "3600");
	}

	@Test
	void uploadsAnImage() {
		String ada = this.emulator.users().create("ada@example.com");
		as(ada).put().uri("/me/image").bodyValue(PNG).exchange().expectStatus().isOk();
		assertThat(this.emulator.users().get(ada)).containsEntry("has_image", true);
	}

	private WebTestClient as(String userId) {
		return this.client.mutateWith(ClerkServerConfigurers.clerkSession(userId));
	}

	@RestController
	static class PeopleController {

		private final ClerkBackendClient clerk;

		PeopleController(ClerkBackendClient clerk) {
			this.clerk = clerk;
		}

		@PutMapping("/me/theme")
		Mono<Void> changeTheme(@CurrentUserId String userId, @RequestBody String theme) {
			UserMetadataRequest request = UserMetadataRequest.create().publicMetadata(Map.of("theme", theme));
			return this.clerk.users().mergeMetadata(userId, request).then();
		}

		@DeleteMapping("/me/theme")
		Mono<Void> removeTheme(@CurrentUserId String userId) {
			UserMetadataRequest request = UserMetadataRequest.create()
				.publicMetadata(Collections.singletonMap("theme", null));
			return this.clerk.users().mergeMetadata(userId, request).then();
		}

		@GetMapping("/people")
		Mono<People> people(@RequestParam(defaultValue = "0") int page) {
			UserQuery query = UserQuery.create().orderBy("+created_at").limit(2).offset(2 * page);
			return this.clerk.users()
				.list(query)
				.zipWith(this.clerk.users().count(query), (found, count) -> People.of(found, count.totalCount()));
		}

		@PutMapping("/me/name")
		Mono<Void> rename(@CurrentUserId String userId, @RequestBody String username) {
			return this.clerk.users().update(userId, UpdateUserRequest.create().username(username)).then();
		}

		@PutMapping("/me/image")
		Mono<Void> changeImage(@CurrentUserId String userId, @RequestBody byte[] image) {
			return this.clerk.users().setProfileImage(userId, new ByteArrayResource(image)).then();
		}

		@GetMapping("/people/{userId}")
		Mono<Person> person(@PathVariable String userId) {
			return this.clerk.users().get(userId).map(Person::of);
		}

	}

	record Person(String id, @Nullable String firstName) {

		static Person of(User user) {
			return new Person(user.id(), user.firstName());
		}

	}

	record People(List<Person> people, long total) {

		static People of(Page<User> page, long total) {
			return new People(page.data().stream().map(Person::of).toList(), total);
		}

	}

	@RestControllerAdvice
	static class ClerkErrors {

		@ExceptionHandler
		ProblemDetail handle(ClerkApiException.NotFound ex) {
			return ProblemDetail.forStatus(HttpStatus.NOT_FOUND);
		}

		@ExceptionHandler
		ProblemDetail handle(ClerkApiException.Unprocessable ex) {
			ProblemDetail problem = ProblemDetail.forStatus(HttpStatus.UNPROCESSABLE_CONTENT);
			problem.setProperty("codes", ex.errors().stream().map(ClerkApiError::code).toList());
			return problem;
		}

		@ExceptionHandler
		ResponseEntity<ProblemDetail> handle(ClerkApiException.RateLimited ex) {
			Duration wait = Optional.ofNullable(ex.retryAfter()).orElse(Duration.ofSeconds(1));
			return ResponseEntity.of(ProblemDetail.forStatus(HttpStatus.SERVICE_UNAVAILABLE))
				.header(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds()))
				.build();
		}

		@ExceptionHandler
		ProblemDetail handle(ClerkApiException ex) {
			return ProblemDetail.forStatus(HttpStatus.BAD_GATEWAY);
		}

	}

}
