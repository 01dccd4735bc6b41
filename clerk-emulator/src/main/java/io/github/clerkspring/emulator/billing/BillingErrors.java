package io.github.clerkspring.emulator.billing;

import io.github.clerkspring.emulator.store.ApiException;

/**
 * The refusals of billing.
 */
final class BillingErrors {

	private BillingErrors() {
	}

	static ApiException notFound(String code, String message) {
		return error(404, code, message);
	}

	static ApiException conflict(String code, String message) {
		return error(409, code, message);
	}

	static ApiException unprocessable(String code, String message) {
		return error(422, code, message);
	}

	private static ApiException error(int status, String code, String message) {
		return new ApiException(status, code, message, message);
	}

}
