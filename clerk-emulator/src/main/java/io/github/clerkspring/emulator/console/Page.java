package io.github.clerkspring.emulator.console;

import io.github.clerkspring.emulator.store.ApiException;

/**
 * A page, or several of one kind.
 */
interface Page {

	/**
	 * Shows something.
	 * @param request what is asked for
	 * @return the answer
	 */
	ConsoleReply show(ConsoleRequest request);

	/**
	 * Does what a form asks for.
	 * @param request what was filled in
	 * @return the answer
	 */
	default ConsoleReply submit(ConsoleRequest request) {
		throw new ApiException(405, "method_not_allowed", "method not allowed", "This page has no form.");
	}

}
