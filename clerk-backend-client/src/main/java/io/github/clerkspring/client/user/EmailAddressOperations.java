package io.github.clerkspring.client.user;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PatchExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;
import reactor.core.publisher.Mono;

import io.github.clerkspring.client.core.BodyField;
import io.github.clerkspring.client.core.DeletedObject;

/**
 * Email addresses of users, as in
 * <a href="https://clerk.com/docs/reference/backend-api/tag/Email-Addresses">Clerk's
 * reference</a>.
 */
public interface EmailAddressOperations {

	/** Add an email address to a user: {@code POST /email_addresses}. */
	@PostExchange("/email_addresses")
	Mono<EmailAddress> create(@RequestBody CreateEmailAddressRequest request);

	/** Fetch an email address: {@code GET /email_addresses/{emailAddressId}}. */
	@GetExchange("/email_addresses/{emailAddressId}")
	Mono<EmailAddress> get(@PathVariable String emailAddressId);

	/** Change an email address: {@code PATCH /email_addresses/{emailAddressId}}. */
	@PatchExchange("/email_addresses/{emailAddressId}")
	Mono<EmailAddress> update(@PathVariable String emailAddressId, @RequestBody UpdateEmailAddressRequest request);

	/** Delete an email address: {@code DELETE /email_addresses/{emailAddressId}}. */
	@DeleteExchange("/email_addresses/{emailAddressId}")
	Mono<DeletedObject> delete(@PathVariable String emailAddressId);

	/**
	 * Send a code, and tell the verification that the attempt needs: {@code POST
	 * /email_addresses/{emailAddressId}/prepare_verification}.
	 */
	@PostExchange("/email_addresses/{emailAddressId}/prepare_verification")
	Mono<CodeVerification> prepareVerification(@PathVariable String emailAddressId);

	/**
	 * Check the code of a prepared verification; the status tells whether it was right:
	 * {@code POST /email_addresses/{emailAddressId}/attempt_verification}.
	 */
	@PostExchange("/email_addresses/{emailAddressId}/attempt_verification")
	Mono<CodeVerification> attemptVerification(@PathVariable String emailAddressId, @BodyField String verificationId,
			@BodyField String code);

	/** Replace all by one that is verified: {@code PUT /users/{userId}/email_address}. */
	@PutExchange("/users/{userId}/email_address")
	Mono<EmailAddress> replace(@PathVariable String userId, @RequestBody ReplaceEmailAddressRequest request);

}
