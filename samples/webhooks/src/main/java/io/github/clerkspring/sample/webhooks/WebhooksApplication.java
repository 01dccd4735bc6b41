package io.github.clerkspring.sample.webhooks;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Keeps a row for each user of Clerk.
 */
@SpringBootApplication
public class WebhooksApplication {

	public static void main(String[] args) {
		SpringApplication.run(WebhooksApplication.class, args);
	}

}
