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
 * Operations on email addresses of users. See
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

	/** Update an email address: {@code PATCH /email_addresses/{emailAddressId}}. */
	@PatchExchange("/email_addresses/{emailAddressId}")
	Mono<EmailAddress> update(@PathVariable String emailAddressId, @RequestBody UpdateEmailAddressRequest request);

	/** Delete an email address: {@code DELETE /email_addresses/{emailAddressId}}. */
	@DeleteExchange("/email_addresses/{emailAddressId}")
	Mono<DeletedObject> delete(@PathVariable String emailAddressId);

	/**
	 * Send a code and return the verification to attempt: {@code POST
	 * /email_addresses/{emailAddressId}/prepare_verification}.
	 */
	@PostExchange("/email_addresses/{emailAddressId}/prepare_verification")
	Mono<CodeVerification> prepareVerification(@PathVariable String emailAddressId);

	/**
	 * Attempt a prepared verification with a code; the result is reported by the status:
	 * {@code POST /email_addresses/{emailAddressId}/attempt_verification}.
	 */
	@PostExchange("/email_addresses/{emailAddressId}/attempt_verification")
	Mono<CodeVerification> attemptVerification(@PathVariable String emailAddressId, @BodyField String verificationId,
			@BodyField String code);

	/**
	 * Replace all email addresses of a user by one: {@code PUT
	 * /users/{userId}/email_address}.
	 */
	@PutExchange("/users/{userId}/email_address")
	Mono<EmailAddress> replace(@PathVariable String userId, @RequestBody ReplaceEmailAddressRequest request);

}
