package io.github.clerkspring.emulator.control;

import java.util.Base64;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.minting.TokenKind;
import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * Mints tokens of all kinds, valid and invalid ones. The response has the token and, if
 * it is signed, its header and claims.
 */
public final class TokenControl implements Family {

	@Override
	public void register(Operations routes) {
		for (TokenKind kind : TokenKind.values()) {
			routes.post("/tokens/" + kind.key(), (tx, call) -> mint(kind, tx, call));
		}
	}

	private static JsonNode mint(TokenKind kind, Transaction tx, ApiCall call) {
		try {
			return show(kind.mint(tx, call.body(kind.fields()).tree()));
		}
		catch (IllegalStateException | IllegalArgumentException ex) {
			throw ApiException.badRequest("token_impossible", String.valueOf(ex.getMessage()));
		}
	}

	private static JsonNode show(String token) {
		String[] parts = token.split("\\.", -1);
		boolean signed = parts.length == 3;
		ObjectNode node = Json.object().put("token", token);
		node.set("header", (signed) ? decode(parts[0]) : Json.of(null));
		node.set("claims", (signed) ? decode(parts[1]) : Json.of(null));
		return node;
	}

	private static JsonNode decode(String part) {
		return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(part));
	}

}
