package io.github.clerkspring.emulator;

import java.util.List;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.console.ConsoleEndpoint;
import io.github.clerkspring.emulator.control.ClockControl;
import io.github.clerkspring.emulator.control.ControlEndpoint;
import io.github.clerkspring.emulator.control.FaultControl;
import io.github.clerkspring.emulator.control.InstanceControl;
import io.github.clerkspring.emulator.control.KeyControl;
import io.github.clerkspring.emulator.control.RateLimitControl;
import io.github.clerkspring.emulator.control.RequestControl;
import io.github.clerkspring.emulator.control.SeedControl;
import io.github.clerkspring.emulator.control.SignUpControl;
import io.github.clerkspring.emulator.control.TokenControl;
import io.github.clerkspring.emulator.control.WebhookControl;
import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.http.ApiDispatcher;
import io.github.clerkspring.emulator.http.ApiEndpoint;
import io.github.clerkspring.emulator.http.CallerCheck;
import io.github.clerkspring.emulator.http.ControlToken;
import io.github.clerkspring.emulator.http.Faults;
import io.github.clerkspring.emulator.http.HttpAnswer;
import io.github.clerkspring.emulator.http.HttpCall;
import io.github.clerkspring.emulator.http.HttpListener;
import io.github.clerkspring.emulator.http.RateLimiter;
import io.github.clerkspring.emulator.http.RequestJournal;
import io.github.clerkspring.emulator.store.Json;

/**
 * Assembles the server: Clerk's Backend API below {@code /v1}, the key set of the
 * Frontend API, the control and the console.
 */
final class EmulatorServer implements AutoCloseable {

	/** Clerk's JavaScript SDK omits the version in these paths. */
	private static final Set<String> UNVERSIONED = Set.of("api_keys", "m2m_tokens", "oauth_applications");

	private static final String JWKS = "/.well-known/jwks.json";

	private final EmulatorInstance instance;

	private final RequestJournal journal = new RequestJournal();

	private final Faults faults;

	private final RateLimiter limiter;

	private final ControlToken controlToken;

	private final CallerCheck callers;

	private final ApiEndpoint api;

	private final ControlEndpoint control;

	private final ConsoleEndpoint console;

	private final HttpListener listener;

	EmulatorServer(ClerkEmulatorOptions options, EmulatorInstance instance) {
		EmulatorEngine engine = instance.engine();
		ApiDispatcher dispatcher = engine.dispatcher();
		this.instance = instance;
		this.faults = new Faults(engine.operations()::operations);
		this.limiter = RateLimits.limiter(instance.clock());
		this.controlToken = ControlToken.of(options.controlToken(), options.host());
		this.callers = new CallerCheck(options.host(), options.allowedHosts(), engine::allowedOrigins);
		this.api = new ApiEndpoint(dispatcher, instance.clock(), this.journal, this.faults, this.limiter, UNVERSIONED,
				Map.of(JWKS, () -> Json.of(engine.keys().toJson())));
		this.control = new ControlEndpoint(dispatcher, this.controlToken, controls());
		this.console = new ConsoleEndpoint(dispatcher, this.controlToken, this.control);
		this.listener = HttpListener.open(options.host(), options.port(), this::answer);
	}

	static String version() {
		String version = ClerkEmulator.class.getPackage().getImplementationVersion();
		return (version != null) ? version : "development";
	}

	String url() {
		return this.listener.url();
	}

	String jwksUrl() {
		return url() + JWKS;
	}

	RequestJournal journal() {
		return this.journal;
	}

	Faults faults() {
		return this.faults;
	}

	RateLimiter limiter() {
		return this.limiter;
	}

	ControlToken controlToken() {
		return this.controlToken;
	}

	/**
	 * Restores the state after the start, instance included.
	 */
	void reset() {
		this.journal.clear();
		this.faults.clear();
		this.limiter.limit(RateLimits.NONE.requests());
		this.instance.reset();
	}

	void awaitClose() {
		this.listener.awaitClose();
	}

	@Override
	public void close() {
		this.listener.close();
	}

	private List<Family> controls() {
		EmulatorEngine engine = this.instance.engine();
		return List.of(new InstanceControl(this::configuration, this::reset), //
				new SeedControl(engine::seed), //
				new TokenControl(), //
				new SignUpControl(), //
				new ClockControl(this.instance.clock()), //
				new KeyControl(engine.keys()), //
				new FaultControl(this.faults), //
				new RateLimitControl(this.limiter, RateLimits.byName()), //
				new RequestControl(this.journal), //
				new WebhookControl(this.instance.webhooks()));
	}

	private HttpAnswer answer(HttpCall call) {
		if (!this.callers.accepts(call)) {
			return HttpAnswer.of(ApiDispatcher.Reply.error(CallerCheck.REFUSED, "emulated"));
		}
		if (ControlEndpoint.serves(call.segments())) {
			return this.control.answer(call);
		}
		return (ConsoleEndpoint.serves(call.segments())) ? this.console.answer(call) : this.api.answer(call);
	}

	private JsonNode configuration() {
		return Json.object()
			.put("base_url", url())
			.put("secret_key", this.instance.settings().secretKey())
			.put("publishable_key", this.instance.settings().publishableKey())
			.put("issuer", this.instance.settings().issuer())
			.put("jwks_url", jwksUrl())
			.put("jwt_key", this.instance.engine().keys().pem())
			.put("webhook_secret", this.instance.publicWebhookSecret())
			.put("version", version());
	}

}
