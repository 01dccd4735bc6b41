package io.github.clerkspring.benchmark.webflux;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * The only endpoint of the application.
 */
@RestController
class GreetingController {

	@GetMapping("/greeting")
	Mono<String> greet() {
		return Mono.just("Hello");
	}

}
