package io.github.clerkspring.emulator.console;

import io.github.clerkspring.emulator.store.ApiException;

/**
 * A page, or several of one kind.
 */
interface Page {

	/**
	 * Shows something.
	 * @param request the request
	 * @return the response
	 */
	ConsoleReply show(ConsoleRequest request);

	/**
	 * Processes a form.
	 * @param request the request
	 * @return the response
	 */
	default ConsoleReply submit(ConsoleRequest request) {
		throw new ApiException(405, "method_not_allowed", "method not allowed", "This page has no form.");
	}

}
