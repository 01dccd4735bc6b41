package io.github.clerkspring.sample.delivery;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/**
 * Application whose tables {@link SyncDriver} compares with Clerk.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
public class SyncApplication {

	public static void main(String[] args) {
		SpringApplication.run(SyncApplication.class, args);
	}

}
