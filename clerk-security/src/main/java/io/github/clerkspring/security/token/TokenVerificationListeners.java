package io.github.clerkspring.security.token;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import io.github.clerkspring.security.TokenVerification;
import io.github.clerkspring.security.TokenVerificationListener;

/**
 * Notifies listeners of verifications. A listener that throws an exception changes
 * neither the outcome nor the notification of other listeners.
 */
public final class TokenVerificationListeners implements TokenVerificationListener {

	private static final Log logger = LogFactory.getLog(TokenVerificationListeners.class);

	private final List<Guarded> listeners;

	/**
	 * Create a listener that notifies others.
	 * @param listeners the listeners, in their order
	 */
	public TokenVerificationListeners(Collection<TokenVerificationListener> listeners) {
		this.listeners = listeners.stream().map((listener) -> new Guarded(listener, new AtomicBoolean())).toList();
	}

	@Override
	public void onVerification(TokenVerification verification) {
		this.listeners.forEach((listener) -> listener.onVerification(verification));
	}

	/**
	 * Listener whose first failure is logged.
	 *
	 * @param listener the listener
	 * @param warned whether a failure was logged
	 */
	private record Guarded(TokenVerificationListener listener, AtomicBoolean warned) {

		void onVerification(TokenVerification verification) {
			try {
				this.listener.onVerification(verification);
			}
			catch (RuntimeException ex) {
				if (this.warned.compareAndSet(false, true)) {
					logger.warn(this.listener.getClass().getName()
							+ " failed. This does not change the outcome of the verification and is logged once", ex);
				}
			}
		}

	}

}
