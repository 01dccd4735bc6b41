package io.github.clerkspring.emulator;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.emulator.billing.Billing;
import io.github.clerkspring.emulator.http.Caller;
import io.github.clerkspring.emulator.instance.Settings;
import io.github.clerkspring.emulator.seed.SeedException;
import io.github.clerkspring.emulator.store.Transaction;
import io.github.clerkspring.emulator.webhooks.WebhookCause;
import io.github.clerkspring.emulator.webhooks.WebhookEngine;

/**
 * Assembles an emulated instance: settings, clock, engine, webhooks and initial seed.
 */
final class EmulatorInstance implements AutoCloseable {

	private final Settings settings;

	private final EmulatorClock clock;

	private final EmulatorEngine engine;

	private final WebhookEngine webhooks;

	private final @Nullable String seed;

	/**
	 * Creates an instance.
	 * @param options the options
	 * @param version the version of the emulator
	 * @throws SeedException if the seed cannot be read or is invalid
	 */
	EmulatorInstance(ClerkEmulatorOptions options, String version) {
		this.seed = options.seed();
		this.settings = options.settings();
		this.clock = new EmulatorClock(options.clock());
		this.engine = new EmulatorEngine(this.settings, this.clock);
		this.webhooks = new WebhookEngine(this.clock, this.settings.instanceId(), options.webhookSecret(), version);
		options.webhooks().forEach((url) -> this.webhooks.add(url, true, (endpoint) -> {
		}));
		this.engine.store().listen(this::publish);
		this.clock.onMove(this::pass);
		try {
			seed();
		}
		catch (RuntimeException ex) {
			close();
			throw ex;
		}
	}

	Settings settings() {
		return this.settings;
	}

	EmulatorClock clock() {
		return this.clock;
	}

	EmulatorEngine engine() {
		return this.engine;
	}

	WebhookEngine webhooks() {
		return this.webhooks;
	}

	/**
	 * Returns the default signing secret of webhooks.
	 * @return the secret, or null if an option sets the secret
	 */
	@Nullable String publicWebhookSecret() {
		String secret = this.webhooks.secret();
		return (secret.equals(ClerkEmulatorOptions.WEBHOOK_SECRET)) ? secret : null;
	}

	/**
	 * Restores the state after the start.
	 */
	void reset() {
		this.clock.restart();
		this.engine.reset();
		this.webhooks.reset();
		seed();
	}

	@Override
	public void close() {
		this.webhooks.close();
	}

	private void seed() {
		if (this.seed != null) {
			this.engine.seed(this.seed);
		}
	}

	private void publish(Transaction.Event event) {
		WebhookCause cause = (event.origin() instanceof Caller caller)
				? new WebhookCause(caller.address(), caller.userAgent()) : WebhookCause.EMULATOR;
		this.webhooks.publish(event.type(), event.data(), cause, null);
	}

	private void pass() {
		this.engine.run(Billing::settle);
		this.webhooks.wake();
	}

}
