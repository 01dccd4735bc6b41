package io.github.clerkspring.sample.webhooks;

import java.net.URI;
import java.time.Duration;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import io.github.clerkspring.emulator.ClerkEmulator;

/**
 * Signs a browser in to the emulator, as a front end with Clerk's components does to
 * Clerk.
 */
@RestController
class SignInController {

	private static final Duration LIFETIME = Duration.ofDays(1);

	private final ObjectProvider<ClerkEmulator> clerk;

	SignInController(ObjectProvider<ClerkEmulator> clerk) {
		this.clerk = clerk;
	}

	@GetMapping("/sign-in")
	ResponseEntity<Void> signIn() {
		ClerkEmulator emulator = this.clerk.getIfAvailable();
		if (emulator == null) {
			return ResponseEntity.notFound().build();
		}
		String token = emulator.sessionToken("user_ada").organization("org_acme").expiresIn(LIFETIME).mint();
		ResponseCookie cookie = ResponseCookie.from("__session", token)
			.path("/")
			.httpOnly(true)
			.sameSite("Lax")
			.build();
		return ResponseEntity.status(HttpStatus.SEE_OTHER)
			.header(HttpHeaders.SET_COOKIE, cookie.toString())
			.location(URI.create("/"))
			.build();
	}

}
