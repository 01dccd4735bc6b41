package io.github.clerkspring.emulator.signin;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.Body;
import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.FieldType;
import io.github.clerkspring.emulator.engine.Fields;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.engine.Urls;
import io.github.clerkspring.emulator.instance.Tickets;
import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Table;
import io.github.clerkspring.emulator.store.Transaction;
import io.github.clerkspring.emulator.users.UserShapes;

/**
 * Tasks that agents do on behalf of users.
 */
final class AgentRoutes implements Family {

	/** How long the address of a task can be visited, in milliseconds. */
	private static final long LIFETIME = 3_600_000;

	private static final Fields CREATE = Fields.none()
		.required(FieldType.OBJECT, "on_behalf_of")
		.required(FieldType.STRING, "permissions", "agent_name", "task_description", "redirect_url")
		.oneOf("permissions", "*")
		.nullable(FieldType.INTEGER, "session_max_duration_in_seconds")
		.range(1, Integer.MAX_VALUE, "session_max_duration_in_seconds");

	@Override
	public void register(Operations routes) {
		routes.post("/agents/tasks", this::create);
		routes.post("/agents/tasks/{agent_task_id}/revoke", this::revoke);
	}

	private JsonNode create(Transaction tx, ApiCall call) {
		Body body = call.body(CREATE);
		String redirect = body.required("redirect_url");
		Urls.requireAbsolute("redirect_url", redirect);
		Long session = body.number("session_max_duration_in_seconds");
		Resource user = user(tx, body.object("on_behalf_of"));
		Resource agent = agent(tx, body.required("agent_name"));
		Resource task = call.create(tx, SignInShapes.AGENT_TASK, (draft) -> {
			draft.set("agent_id", agent.id()).set("user_id", user.id());
			draft.set("session_lifetime", (session != null) ? session : 1800L);
		});
		String ticket = Tickets.issue(tx, SignInShapes.AGENT_TASK, task.id(), tx.now() + LIFETIME, redirect);
		return show(task).put("url", Tickets.url(tx, ticket));
	}

	private JsonNode revoke(Transaction tx, ApiCall call) {
		Resource task = tx.table(SignInShapes.AGENT_TASK).find(call.path("agent_task_id"));
		if (task == null) {
			throw new ApiException(404, "agent_task_not_found", "agent task not found",
					"The agent task could not be found.");
		}
		return show(Tickets.revoke(tx, SignInShapes.AGENT_TASK, task, "agent_task_cannot_be_revoked"));
	}

	private Resource agent(Transaction tx, String name) {
		Table agents = tx.table(SignInShapes.AGENT);
		Resource present = agents.first("name", name);
		return (present != null) ? present : tx.create(SignInShapes.AGENT, (draft) -> draft.set("name", name));
	}

	private Resource user(Transaction tx, @Nullable ObjectNode onBehalfOf) {
		String id = text(onBehalfOf, "user_id");
		String identifier = text(onBehalfOf, "identifier");
		if ((id == null) == (identifier == null)) {
			throw ApiException.parameter("form_param_missing", "on_behalf_of", "is missing",
					"on_behalf_of must have either user_id or identifier.");
		}
		Table users = tx.table(UserShapes.USER);
		Resource user = (id != null) ? users.find(id) : identified(tx, String.valueOf(identifier));
		if (user == null) {
			throw new ApiException(404, "agent_task_subject_not_found", "user not found",
					"There is no user " + ((id != null) ? id : identifier));
		}
		return user;
	}

	private @Nullable Resource identified(Transaction tx, String identifier) {
		Table users = tx.table(UserShapes.USER);
		Resource email = tx.table(UserShapes.EMAIL_ADDRESS).first("email_address", identifier);
		Resource phone = tx.table(UserShapes.PHONE_NUMBER).first("phone_number", identifier);
		Resource contact = (email != null) ? email : phone;
		return (contact != null) ? users.find(contact.required("user_id")) : users.first("username", identifier);
	}

	private static @Nullable String text(@Nullable ObjectNode object, String name) {
		return (object != null && object.path(name).isString()) ? object.path(name).stringValue() : null;
	}

	private static ObjectNode show(Resource task) {
		return Json.object()
			.put("object", "agent_task")
			.put("agent_id", task.required("agent_id"))
			.put("agent_task_id", task.id())
			.put("task_id", task.id());
	}

}
