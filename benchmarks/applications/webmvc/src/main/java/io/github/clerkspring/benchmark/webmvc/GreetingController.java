package io.github.clerkspring.benchmark.webmvc;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The only endpoint of the application.
 */
@RestController
class GreetingController {

	@GetMapping("/greeting")
	String greet() {
		return "Hello";
	}

}
