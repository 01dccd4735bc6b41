package io.github.clerkspring.sample.webmvc;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

import io.github.clerkspring.client.ClerkBackendClient;

/**
 * Contact data of a member, from a secured method that is called with a response of
 * Clerk.
 */
@RestController
@RequestMapping("/organization/members")
class ContactController {

	private final ClerkBackendClient clerk;

	private final ContactService contacts;

	ContactController(ClerkBackendClient clerk, ContactService contacts) {
		this.clerk = clerk;
		this.contacts = contacts;
	}

	@GetMapping("/{userId}/contact")
	Mono<ContactService.Contact> contact(@PathVariable String userId) {
		return this.clerk.users().get(userId).map(this.contacts::contact);
	}

}
