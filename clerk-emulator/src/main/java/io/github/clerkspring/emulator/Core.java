package io.github.clerkspring.emulator;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.emulator.billing.Billing;
import io.github.clerkspring.emulator.seed.SeedException;
import io.github.clerkspring.emulator.webhooks.WebhookCause;
import io.github.clerkspring.emulator.webhooks.WebhookEngine;

/**
 * Puts the parts of the emulator together.
 */
final class Core {

	private final EmulatorClock clock;

	private final Instance instance;

	private final ApiDispatcher dispatcher;

	private final InProcess inProcess;

	private final Traffic traffic;

	private final WebhookEngine webhooks;

	private final @Nullable String seed;

	private final ControlToken controlToken;

	private final List<String> allowedHosts;

	/**
	 * Makes the parts.
	 * @param options what differs from the usual
	 * @throws SeedException if the seed file cannot be read
	 */
	Core(ClerkEmulatorOptions options) {
		WarmUp.begin();
		this.clock = new EmulatorClock(options.clock());
		this.instance = new Instance(options.settings(), this.clock);
		this.dispatcher = new ApiDispatcher(this.instance);
		this.inProcess = new InProcess(this.dispatcher, this.instance);
		this.traffic = new Traffic(this.instance.operations(), this.clock);
		this.webhooks = new WebhookEngine(this.clock, options.settings().instanceId(), options.webhookSecret(),
				version());
		options.webhooks().forEach((url) -> this.webhooks.add(url, true, (endpoint) -> {
		}));
		this.instance.store().listen((event) -> {
			WebhookCause cause = (event.origin() instanceof WebhookCause origin) ? origin : WebhookCause.EMULATOR;
			this.webhooks.publish(event.type(), event.data(), cause, null);
		});
		this.clock.onMove(this::pass);
		WarmUp.afterwards(this.instance.operations()::load);
		this.seed = options.seed();
		this.controlToken = ControlToken.of(options.controlToken(), options.host());
		this.allowedHosts = options.allowedHosts();
	}

	HttpListener start(ClerkEmulator clerk, String host, int port) {
		try {
			plant();
			return bind(clerk, host, port);
		}
		catch (RuntimeException ex) {
			this.webhooks.close();
			throw ex;
		}
	}

	EmulatorClock clock() {
		return this.clock;
	}

	Instance instance() {
		return this.instance;
	}

	InProcess inProcess() {
		return this.inProcess;
	}

	Traffic traffic() {
		return this.traffic;
	}

	WebhookEngine webhooks() {
		return this.webhooks;
	}

	ControlToken controlToken() {
		return this.controlToken;
	}

	/**
	 * The secret that signs webhooks, unless somebody has given one: theirs is not shown.
	 * @return the secret or null
	 */
	@Nullable String publicWebhookSecret() {
		String secret = this.webhooks.secret();
		return (secret.equals(ClerkEmulatorOptions.WEBHOOK_SECRET)) ? secret : null;
	}

	static String version() {
		String version = ClerkEmulator.class.getPackage().getImplementationVersion();
		return (version != null) ? version : "development";
	}

	void reset() {
		this.clock.restart();
		this.traffic.clear();
		this.instance.reset();
		this.webhooks.reset();
		plant();
	}

	private HttpListener bind(ClerkEmulator clerk, String host, int port) {
		CallerCheck callers = new CallerCheck(host, this.allowedHosts, this.inProcess::allowedOrigins);
		ControlEndpoint control = new ControlEndpoint(this.dispatcher, this.controlToken, Controls.of(clerk, this));
		ConsoleEndpoint console = new ConsoleEndpoint(this.dispatcher, this.controlToken, control);
		HttpEndpoint endpoint = new HttpEndpoint(this.dispatcher, this.instance, this.traffic, this.clock, control,
				console, callers);
		WarmUp.awaitNetwork();
		return HttpListener.open(host, port, endpoint::answer);
	}

	private void plant() {
		if (this.seed != null) {
			this.inProcess.seed(this.seed);
		}
	}

	private void pass() {
		this.inProcess.run(Billing::settle);
		this.webhooks.wake();
	}

}
