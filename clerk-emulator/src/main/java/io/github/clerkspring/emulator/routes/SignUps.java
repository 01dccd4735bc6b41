package io.github.clerkspring.emulator.routes;

import java.util.List;
import java.util.Map;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.ApiException;
import io.github.clerkspring.emulator.engine.ApiVersion;
import io.github.clerkspring.emulator.engine.Json;
import io.github.clerkspring.emulator.engine.Query;
import io.github.clerkspring.emulator.engine.Resource;
import io.github.clerkspring.emulator.engine.Table;
import io.github.clerkspring.emulator.engine.Upload;

/**
 * The life of sign-ups, which browsers begin and finish at the Frontend API.
 */
public final class SignUps {

	private static final long DAY = 86_400_000;

	private static final String OPEN = "missing_requirements";

	private static final List<String> COPIED = List.of("external_id", "username", "first_name", "last_name",
			"public_metadata", "unsafe_metadata", "locale");

	private final Emulation emulation;

	private final UserView users;

	private final UserWriter writer;

	private final Sessions sessions;

	private final Invitations invitations;

	private final Waitlist waitlist;

	private final SignUpRestrictions restrictions;

	SignUps(Emulation emulation, UserView users, Sessions sessions, Invitations invitations, Waitlist waitlist,
			SignUpRestrictions restrictions) {
		this.emulation = emulation;
		this.users = users;
		this.writer = new UserWriter(emulation, new Contacts(emulation));
		this.sessions = sessions;
		this.invitations = invitations;
		this.waitlist = waitlist;
		this.restrictions = restrictions;
	}

	/**
	 * Begins a sign-up.
	 * @param emailAddress the address, which is not verified yet
	 * @return the id of the sign-up
	 * @throws ApiException if the restrictions of the instance do not let the address in
	 */
	public String begin(String emailAddress) {
		return begin(emailAddress, Json.object(), false).id();
	}

	/**
	 * Finishes a sign-up, as if the address had been verified: makes the user and a
	 * session.
	 * @param id the id of the sign-up
	 * @return the id of the session
	 * @throws ApiException if the sign-up is not under way, or somebody has the address
	 */
	public String complete(String id) {
		return complete(find(id)).required("created_session_id");
	}

	String accept(Resource invitation) {
		this.invitations.requireAcceptable(invitation);
		Resource session = enter(invitation.required("email_address"), invitation.object("public_metadata"));
		this.invitations.accept(invitation);
		return session.id();
	}

	/**
	 * Signs up somebody who was invited, whatever the restrictions say.
	 * @param emailAddress the address
	 * @return the session
	 */
	Resource enter(String emailAddress) {
		return enter(emailAddress, Json.object());
	}

	Resource find(String id) {
		return this.emulation.find(SignInShapes.SIGN_UP, id);
	}

	Resource requireOpen(Resource signUp) {
		if (!status(signUp).equals(OPEN)) {
			throw ApiException.forbidden("sign_up_cannot_be_updated", "The sign up is " + status(signUp) + ".");
		}
		return signUp;
	}

	ObjectNode show(Resource signUp) {
		boolean open = status(signUp).equals(OPEN);
		ObjectNode node = signUp.toJson().put("status", status(signUp));
		node.set("unverified_fields", Json.array((open) ? List.of("email_address") : List.of()));
		ObjectNode verifications = node.putObject("verifications");
		verifications.set("email_address", Json
			.of((open) ? Map.of("next_action", "needs_attempt", "supported_strategies", List.of("email_code")) : null));
		return node.set("verifications",
				verifications.putNull("phone_number").putNull("web3_wallet").putNull("external_account"));
	}

	Table table() {
		return this.emulation.table(SignInShapes.SIGN_UP);
	}

	private Resource enter(String emailAddress, ObjectNode metadata) {
		Resource signUp = complete(begin(emailAddress, metadata, true));
		return this.emulation.find(SessionShapes.SESSION, signUp.required("created_session_id"));
	}

	private Resource begin(String emailAddress, ObjectNode metadata, boolean invited) {
		String address = this.invitations.normalize(emailAddress);
		this.restrictions.check(address, invited);
		return this.emulation.create(SignInShapes.SIGN_UP, (draft) -> {
			draft.set("email_address", address).set("public_metadata", metadata);
			draft.set("abandon_at", this.emulation.now() + DAY);
		});
	}

	private Resource complete(Resource signUp) {
		requireOpen(signUp);
		Resource user = this.writer.create(creation(signUp));
		this.emulation.events().publish("user.created", this.users.show(user));
		Resource session = this.sessions.start(user, null);
		this.waitlist.complete(signUp.required("email_address"));
		return table().update(signUp, (draft) -> {
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

	private String status(Resource signUp) {
		Long abandoned = signUp.number("abandon_at");
		String status = signUp.required("status");
		return (status.equals(OPEN) && abandoned != null && abandoned <= this.emulation.now()) ? "abandoned" : status;
	}

}
