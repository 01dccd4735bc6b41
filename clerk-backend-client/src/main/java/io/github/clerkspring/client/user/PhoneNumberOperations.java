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
 * Operations on phone numbers of users. See
 * <a href="https://clerk.com/docs/reference/backend-api/tag/Phone-Numbers">Clerk's
 * reference</a>.
 */
public interface PhoneNumberOperations {

	/** Add a phone number to a user: {@code POST /phone_numbers}. */
	@PostExchange("/phone_numbers")
	Mono<PhoneNumber> create(@RequestBody CreatePhoneNumberRequest request);

	/** Fetch a phone number: {@code GET /phone_numbers/{phoneNumberId}}. */
	@GetExchange("/phone_numbers/{phoneNumberId}")
	Mono<PhoneNumber> get(@PathVariable String phoneNumberId);

	/** Update a phone number: {@code PATCH /phone_numbers/{phoneNumberId}}. */
	@PatchExchange("/phone_numbers/{phoneNumberId}")
	Mono<PhoneNumber> update(@PathVariable String phoneNumberId, @RequestBody UpdatePhoneNumberRequest request);

	/** Delete a phone number: {@code DELETE /phone_numbers/{phoneNumberId}}. */
	@DeleteExchange("/phone_numbers/{phoneNumberId}")
	Mono<DeletedObject> delete(@PathVariable String phoneNumberId);

	/**
	 * Send a code and return the verification to attempt: {@code POST
	 * /phone_numbers/{phoneNumberId}/prepare_verification}.
	 */
	@PostExchange("/phone_numbers/{phoneNumberId}/prepare_verification")
	Mono<CodeVerification> prepareVerification(@PathVariable String phoneNumberId);

	/**
	 * Attempt a prepared verification with a code; the result is reported by the status:
	 * {@code POST /phone_numbers/{phoneNumberId}/attempt_verification}.
	 */
	@PostExchange("/phone_numbers/{phoneNumberId}/attempt_verification")
	Mono<CodeVerification> attemptVerification(@PathVariable String phoneNumberId, @BodyField String verificationId,
			@BodyField String code);

	/**
	 * Replace all phone numbers of a user by one: {@code PUT
	 * /users/{userId}/phone_number}.
	 */
	@PutExchange("/users/{userId}/phone_number")
	Mono<PhoneNumber> replace(@PathVariable String userId, @RequestBody ReplacePhoneNumberRequest request);

}
