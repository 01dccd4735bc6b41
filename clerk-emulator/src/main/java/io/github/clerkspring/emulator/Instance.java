package io.github.clerkspring.emulator;

import java.time.Clock;

import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.instance.Settings;
import io.github.clerkspring.emulator.store.Store;
import io.github.clerkspring.emulator.tokens.SigningKeys;
import io.github.clerkspring.emulator.tokens.TokenSigner;

/**
 * One emulated instance: its settings, its keys, everything that it stores and the
 * operations on that.
 */
final class Instance {

	private final Settings settings;

	private final SigningKeys keys = new SigningKeys();

	private final Operations operations = Families.operations();

	private final Store store;

	Instance(Settings settings, Clock clock) {
		this.settings = settings;
		this.store = new Store(clock, this.operations.relations(), settings, this.keys, new TokenSigner(this.keys));
	}

	Settings settings() {
		return this.settings;
	}

	SigningKeys keys() {
		return this.keys;
	}

	Operations operations() {
		return this.operations;
	}

	Store store() {
		return this.store;
	}

	/**
	 * Goes back to what every instance has from the start.
	 */
	void reset() {
		this.keys.reset();
		this.store.reset();
	}

}
