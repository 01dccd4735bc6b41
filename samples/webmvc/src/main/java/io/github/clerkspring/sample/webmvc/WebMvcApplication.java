package io.github.clerkspring.sample.webmvc;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

import io.github.clerkspring.sample.shared.EmulatedSessions;
import io.github.clerkspring.sample.shared.IndexController;
import io.github.clerkspring.sample.shared.MembersController;
import io.github.clerkspring.sample.shared.ProfileController;

/**
 * The README's application on servlet MVC.
 */
@SpringBootApplication
@Import({ EmulatedSessions.class, IndexController.class, MembersController.class, ProfileController.class })
public class WebMvcApplication {

	public static void main(String[] args) {
		SpringApplication.run(WebMvcApplication.class, args);
	}

}
