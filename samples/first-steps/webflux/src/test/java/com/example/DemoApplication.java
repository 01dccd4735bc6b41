package com.example;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.security.ClerkSession;

@RestController
@SpringBootApplication
public class DemoApplication {

	private final ClerkBackendClient clerk;

	DemoApplication(ClerkBackendClient clerk) {
		this.clerk = clerk;
	}

	@GetMapping("/hello")
	Mono<String> hello(@AuthenticationPrincipal ClerkSession session) {
		return this.clerk.users().get(session.userId()).map((user) -> "Hello " + user.firstName());
	}

	public static void main(String[] arguments) {
		SpringApplication.run(DemoApplication.class, arguments);
	}

}
