package io.github.clerkspring.sample.quickstart;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

import io.github.clerkspring.sample.shared.EmulatedSessions;
import io.github.clerkspring.sample.shared.IndexController;
import io.github.clerkspring.sample.shared.MembersController;
import io.github.clerkspring.sample.shared.ProfileController;

/**
 * The README's application on WebFlux.
 */
@SpringBootApplication
@Import({ EmulatedSessions.class, IndexController.class, MembersController.class, ProfileController.class })
public class QuickstartApplication {

	public static void main(String[] args) {
		SpringApplication.run(QuickstartApplication.class, args);
	}

}
