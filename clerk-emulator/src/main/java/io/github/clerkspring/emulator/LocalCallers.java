package io.github.clerkspring.emulator;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Tells calls of this machine from those that a foreign web page makes through the
 * browser: such a page shows itself by its {@code Origin} or, when it has bent the name
 * of its own host to this machine, by {@code Host}.
 */
final class LocalCallers {

	/** What others are told. */
	static final String REFUSAL = "The emulator is steered only from the machine it runs on: "
			+ "call it by localhost or 127.0.0.1.";

	private final boolean loopback;

	LocalCallers(String boundHost) {
		this.loopback = isLoopback(boundHost);
	}

	/**
	 * Whether a call may steer the emulator. When it listens on loopback, {@code Host}
	 * and {@code Origin} must be local; elsewhere the names are not known, and
	 * {@code Origin} must be local or name the same host as {@code Host}.
	 * @param host the header, or null
	 * @param origin the header, or null
	 * @return true if it may
	 */
	boolean accept(@Nullable String host, @Nullable String origin) {
		if (this.loopback && (host == null || !isLocal(host))) {
			return false;
		}
		if (origin == null) {
			return true;
		}
		String party = origin.replaceFirst("^https?://", "");
		boolean web = party.length() < origin.length();
		return web && (isLocal(party) || (!this.loopback && Objects.equals(party, host)));
	}

	private static boolean isLocal(String authority) {
		String name = authority.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT);
		return name.equals("localhost") || name.endsWith(".localhost") || name.equals("[::1]")
				|| name.matches("127(\\.\\d{1,3}){3}");
	}

	static boolean isLoopback(String host) {
		try {
			return InetAddress.getByName(host).isLoopbackAddress();
		}
		catch (UnknownHostException ex) {
			throw new IllegalArgumentException("There is no interface " + host, ex);
		}
	}

}
