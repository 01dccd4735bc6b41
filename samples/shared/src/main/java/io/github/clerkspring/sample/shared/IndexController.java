package io.github.clerkspring.sample.shared;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * A public path.
 */
@RestController
public class IndexController {

	@GetMapping("/")
	String index() {
		return "This path is public. GET /me requires a session token.";
	}

}
