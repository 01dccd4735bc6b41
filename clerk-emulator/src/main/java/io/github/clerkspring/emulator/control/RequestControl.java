package io.github.clerkspring.emulator.control;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.http.JournalEntry;
import io.github.clerkspring.emulator.http.RequestJournal;
import io.github.clerkspring.emulator.store.Json;

/**
 * The journal of requests. A client polls for the requests after the last received
 * number.
 */
public final class RequestControl implements Family {

	private final RequestJournal journal;

	public RequestControl(RequestJournal journal) {
		this.journal = journal;
	}

	@Override
	public void register(Operations routes) {
		routes.get("/requests", (tx, call) -> list(call));
		routes.add("DELETE", "/requests", (tx, call) -> clear(), (route) -> route.status(204));
	}

	private JsonNode list(ApiCall call) {
		Long after = call.query().number("after");
		String operation = call.query().text("operation");
		List<JournalEntry> entries = this.journal.after((after != null) ? after : 0);
		ObjectNode list = Json.object();
		ArrayNode data = list.putArray("data");
		entries.stream()
			.filter((entry) -> operation == null || operation.equals(entry.operation()))
			.forEach((entry) -> data.add(show(entry)));
		return list.put("total_count", data.size());
	}

	private @Nullable JsonNode clear() {
		this.journal.clear();
		return null;
	}

	private static ObjectNode show(JournalEntry request) {
		ObjectNode node = Json.object()
			.put("number", request.number())
			.put("time", request.time().toString())
			.put("method", request.method())
			.put("path", request.path())
			.put("operation", request.operation());
		node.set("query", Json.of(request.query()));
		node.set("headers", Json.of(request.headers()));
		return node.put("body", request.body()).put("status", request.status());
	}

}
