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

	/**
	 * Add an email address to a user: {@code POST /email_addresses}.
	 * @param request the email address and whose it is
	 * @return the email address
	 */
	@PostExchange("/email_addresses")
	Mono<EmailAddress> create(@RequestBody CreateEmailAddressRequest request);

	/**
	 * Fetch an email address: {@code GET /email_addresses/{emailAddressId}}.
	 * @param emailAddressId the email address
	 * @return the email address
	 */
	@GetExchange("/email_addresses/{emailAddressId}")
	Mono<EmailAddress> get(@PathVariable String emailAddressId);

	/**
	 * Change an email address: {@code PATCH /email_addresses/{emailAddressId}}.
	 * @param emailAddressId the email address
	 * @param request the changes
	 * @return the changed email address
	 */
	@PatchExchange("/email_addresses/{emailAddressId}")
	Mono<EmailAddress> update(@PathVariable String emailAddressId, @RequestBody UpdateEmailAddressRequest request);

	/**
	 * Delete an email address: {@code DELETE /email_addresses/{emailAddressId}}.
	 * @param emailAddressId the email address
	 * @return what was deleted
	 */
	@DeleteExchange("/email_addresses/{emailAddressId}")
	Mono<DeletedObject> delete(@PathVariable String emailAddressId);

	/**
	 * Send a code to an email address: {@code POST
	 * /email_addresses/{emailAddressId}/prepare_verification}.
	 * @param emailAddressId the email address
	 * @return the verification, whose id the attempt needs
	 */
	@PostExchange("/email_addresses/{emailAddressId}/prepare_verification")
	Mono<CodeVerification> prepareVerification(@PathVariable String emailAddressId);

	/**
	 * Check the code that the user gives; the status tells whether it was right:
	 * {@code POST /email_addresses/{emailAddressId}/attempt_verification}.
	 * @param emailAddressId the email address
	 * @param verificationId the verification that was prepared
	 * @param code the code
	 * @return the verification after the attempt
	 */
	@PostExchange("/email_addresses/{emailAddressId}/attempt_verification")
	Mono<CodeVerification> attemptVerification(@PathVariable String emailAddressId, @BodyField String verificationId,
			@BodyField String code);

	/**
	 * Replace all email addresses of a user by one: {@code PUT
	 * /users/{userId}/email_address}.
	 * @param userId the user
	 * @param request the email address
	 * @return the email address, now the primary one
	 */
	@PutExchange("/users/{userId}/email_address")
	Mono<EmailAddress> replace(@PathVariable String userId, @RequestBody ReplaceEmailAddressRequest request);

}
