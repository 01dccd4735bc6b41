package io.github.clerkspring.emulator;

import java.util.List;

import io.github.clerkspring.emulator.engine.Family;

/**
 * All that can be steered over HTTP.
 */
final class Controls {

	private Controls() {
	}

	static List<Family> of(ClerkEmulator clerk, Core core) {
		Traffic traffic = core.traffic();
		return List.of(new InstanceControl(clerk), //
				new SeedControl(core.inProcess()), //
				new TokenControl(clerk), //
				new SignUpControl(clerk), //
				new ClockControl(core.clock()), //
				new KeyControl(core.instance().keys()), //
				new FaultControl(traffic.faults()), //
				new RateLimitControl(traffic.limiter()), //
				new RequestControl(traffic.journal()), //
				new WebhookControl(core.webhooks()));
	}

}
