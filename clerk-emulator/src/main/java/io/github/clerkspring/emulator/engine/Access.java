package io.github.clerkspring.emulator.engine;

/**
 * What an operation asks of its caller.
 */
public enum Access {

	/** The secret key of the instance. */
	SECRET_KEY,

	/**
	 * The secret key of the instance or that of a machine, which the operation checks.
	 */
	MACHINE,

	/** Nothing. */
	PUBLIC

}
