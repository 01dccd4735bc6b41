package io.github.clerkspring.emulator.webhooks;

import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.store.Json;

/**
 * The request that an event comes from.
 *
 * @param clientIp the address of the caller
 * @param userAgent the header of that name
 */
public record WebhookCause(String clientIp, String userAgent) {

	/** The emulator itself. */
	public static final WebhookCause EMULATOR = new WebhookCause("127.0.0.1", "clerk-emulator");

	ObjectNode toJson() {
		ObjectNode request = Json.object().put("client_ip", this.clientIp).put("user_agent", this.userAgent);
		return Json.object().set("http_request", request);
	}

}
