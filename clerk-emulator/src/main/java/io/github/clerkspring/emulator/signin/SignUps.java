package io.github.clerkspring.emulator.signin;

import java.util.List;
import java.util.Map;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.access.Invitations;
import io.github.clerkspring.emulator.access.Waitlist;
import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.ApiVersion;
import io.github.clerkspring.emulator.engine.Query;
import io.github.clerkspring.emulator.engine.Upload;
import io.github.clerkspring.emulator.sessions.SessionShapes;
import io.github.clerkspring.emulator.sessions.Sessions;
import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Table;
import io.github.clerkspring.emulator.store.Transaction;
import io.github.clerkspring.emulator.users.UserView;
import io.github.clerkspring.emulator.users.UserWriter;

/**
 * The life of sign-ups, which browsers begin and finish at the Frontend API.
 */
public final class SignUps {

	private static final long DAY = 86_400_000;

	private static final String OPEN = "missing_requirements";

	private static final List<String> COPIED = List.of("external_id", "username", "first_name", "last_name",
			"public_metadata", "unsafe_metadata", "locale");

	private SignUps() {
	}

	/**
	 * Starts a sign-up.
	 * @param tx the transaction
	 * @param emailAddress the e-mail address, unverified
	 * @return the id of the sign-up
	 * @throws ApiException if the restrictions of the instance reject the address
	 */
	public static String begin(Transaction tx, String emailAddress) {
		return begin(tx, emailAddress, Json.object(), false).id();
	}

	/**
	 * Finishes a sign-up, as if the address had been verified: creates the user and a
	 * session.
	 * @param tx the transaction
	 * @param id the id of the sign-up
	 * @return the id of the session
	 * @throws ApiException if the sign-up is not under way, or the address is taken
	 */
	public static String complete(Transaction tx, String id) {
		return complete(tx, find(tx, id)).required("created_session_id");
	}

	static String accept(Transaction tx, Resource invitation) {
		Invitations.requireAcceptable(tx, invitation);
		Resource session = enter(tx, invitation.required("email_address"), invitation.object("public_metadata"));
		Invitations.accept(tx, invitation);
		return session.id();
	}

	/**
	 * Signs up an invited user, regardless of the restrictions.
	 * @param tx the transaction
	 * @param emailAddress the address
	 * @return the session
	 */
	static Resource enter(Transaction tx, String emailAddress) {
		return enter(tx, emailAddress, Json.object());
	}

	static Resource find(Transaction tx, String id) {
		return tx.find(SignInShapes.SIGN_UP, id);
	}

	static Resource requireOpen(Transaction tx, Resource signUp) {
		if (!status(tx, signUp).equals(OPEN)) {
			throw ApiException.forbidden("sign_up_cannot_be_updated", "The sign up is " + status(tx, signUp) + ".");
		}
		return signUp;
	}

	static ObjectNode show(Transaction tx, Resource signUp) {
		boolean open = status(tx, signUp).equals(OPEN);
		ObjectNode node = signUp.toJson().put("status", status(tx, signUp));
		node.set("unverified_fields", Json.array((open) ? List.of("email_address") : List.of()));
		ObjectNode verifications = node.putObject("verifications");
		verifications.set("email_address", Json
			.of((open) ? Map.of("next_action", "needs_attempt", "supported_strategies", List.of("email_code")) : null));
		return node.set("verifications",
				verifications.putNull("phone_number").putNull("web3_wallet").putNull("external_account"));
	}

	static Table table(Transaction tx) {
		return tx.table(SignInShapes.SIGN_UP);
	}

	private static Resource enter(Transaction tx, String emailAddress, ObjectNode metadata) {
		Resource signUp = complete(tx, begin(tx, emailAddress, metadata, true));
		return tx.find(SessionShapes.SESSION, signUp.required("created_session_id"));
	}

	private static Resource begin(Transaction tx, String emailAddress, ObjectNode metadata, boolean invited) {
		String address = Invitations.normalize(emailAddress);
		SignUpRestrictions.check(tx, address, invited);
		return tx.create(SignInShapes.SIGN_UP, (draft) -> {
			draft.set("email_address", address).set("public_metadata", metadata);
			draft.set("abandon_at", tx.now() + DAY);
		});
	}

	private static Resource complete(Transaction tx, Resource signUp) {
		requireOpen(tx, signUp);
		Resource user = UserWriter.create(tx, creation(signUp));
		tx.publish("user.created", UserView.show(tx, user));
		Resource session = Sessions.start(tx, user, null);
		Waitlist.complete(tx, signUp.required("email_address"));
		return tx.update(signUp, (draft) -> {
			draft.set("status", "complete").set("created_user_id", user.id());
			draft.set("created_session_id", session.id());
		});
	}

	private static ApiCall creation(Resource signUp) {
		ObjectNode body = Json.object();
		body.putArray("email_address").add(signUp.required("email_address"));
		COPIED.forEach((name) -> body.set(name, Json.of(signUp.get(name))));
		return new ApiCall(ApiVersion.LATEST, Map.of(), new Query(Map.of()), null,
				JsonMapper.shared().writeValueAsBytes(body), () -> new Upload(Map.of(), Map.of()), null, null);
	}

	private static String status(Transaction tx, Resource signUp) {
		Long abandoned = signUp.number("abandon_at");
		String status = signUp.required("status");
		return (status.equals(OPEN) && abandoned != null && abandoned <= tx.now()) ? "abandoned" : status;
	}

}
