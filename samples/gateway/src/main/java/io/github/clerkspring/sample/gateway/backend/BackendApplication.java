package io.github.clerkspring.sample.gateway.backend;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

import io.github.clerkspring.sample.shared.ProfileController;

/**
 * Service behind the gateway.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(ProfileController.class)
public class BackendApplication {

}
