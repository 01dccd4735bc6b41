package io.github.clerkspring.emulator.store;

/**
 * The status of a resource that expires unless it is accepted in time.
 */
public final class Expiry {

	private Expiry() {
	}

	public static String status(Transaction tx, Resource resource) {
		Long expiry = resource.number("expires_at");
		String status = resource.required("status");
		return (status.equals("pending") && expiry != null && expiry <= tx.now()) ? "expired" : status;
	}

}
