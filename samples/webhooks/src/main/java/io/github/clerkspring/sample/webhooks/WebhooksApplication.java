package io.github.clerkspring.sample.webhooks;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

import io.github.clerkspring.sample.shared.EmulatedSessions;
import io.github.clerkspring.sample.shared.MembersController;
import io.github.clerkspring.sample.shared.ProfileController;

/**
 * Stores the users, organizations and memberships of Clerk beside its own data.
 */
@SpringBootApplication
@Import({ EmulatedSessions.class, MembersController.class, ProfileController.class })
public class WebhooksApplication {

	public static void main(String[] args) {
		SpringApplication.run(WebhooksApplication.class, args);
	}

}
