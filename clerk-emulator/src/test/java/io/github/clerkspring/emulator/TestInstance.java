package io.github.clerkspring.emulator;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.ApiVersion;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.engine.Query;
import io.github.clerkspring.emulator.engine.Upload;
import io.github.clerkspring.emulator.instance.Settings;
import io.github.clerkspring.emulator.store.Store;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An instance without a server, for tests of single families.
 */
public final class TestInstance {

	private final EmulatorEngine engine;

	private TestInstance(Clock clock) {
		this.engine = new EmulatorEngine(new Settings("sk_test_x", "pk_test_x", "clerk.emulator.test"), clock);
	}

	public static TestInstance create() {
		return create(Clock.systemUTC());
	}

	public static TestInstance create(Clock clock) {
		return new TestInstance(clock);
	}

	public Store store() {
		return this.engine.store();
	}

	public Operations operations() {
		return this.engine.operations();
	}

	public void reset() {
		this.engine.reset();
	}

	/**
	 * Calls an operation.
	 * @param method the verb
	 * @param path the path below {@code /v1}
	 * @param body the body, or null
	 * @return the body of the response
	 */
	public JsonNode call(String method, String path, @Nullable String body) {
		Operations.Match match = operations().find(method, List.of(path.substring(1).split("/")));
		assertThat(match).as(path).isNotNull();
		byte[] content = (body != null) ? body.getBytes(StandardCharsets.UTF_8) : new byte[0];
		ApiCall call = new ApiCall(ApiVersion.LATEST, match.variables(), new Query(Map.of()), "sk_test_x", content,
				() -> new Upload(Map.of(), Map.of()), null, null);
		JsonNode response = store().transaction((tx) -> match.route().handler().handle(tx, call));
		return (response != null) ? response : MissingNode.getInstance();
	}

}
