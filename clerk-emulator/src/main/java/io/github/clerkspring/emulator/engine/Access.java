package io.github.clerkspring.emulator.engine;

/**
 * The credential that an operation requires.
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
