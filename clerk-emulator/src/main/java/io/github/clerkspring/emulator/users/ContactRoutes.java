package io.github.clerkspring.emulator.users;

import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.Body;
import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.FieldType;
import io.github.clerkspring.emulator.engine.Fields;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.engine.Route;
import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Draft;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Shape;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * E-mail addresses and phone numbers: the same operations for both.
 */
final class ContactRoutes implements Family {

	/** The code that verifies every address and number, as in Clerk's test mode. */
	static final String CODE = "424242";

	private static final long CODE_LIFETIME = 600_000;

	private static final int MAXIMUM_ATTEMPTS = 3;

	private static final Fields UPDATE = Fields.none().nullable(FieldType.BOOLEAN, "verified", "primary");

	private static final Fields ATTEMPT = Fields.none().required(FieldType.STRING, "verification_id", "code");

	private final Shape shape;

	private final String extra;

	private ContactRoutes(Shape shape, String extra) {
		this.shape = shape;
		this.extra = extra;
	}

	static ContactRoutes emailAddresses() {
		return new ContactRoutes(UserShapes.EMAIL_ADDRESS, "notify_primary_email_address_changed");
	}

	static ContactRoutes phoneNumbers() {
		return new ContactRoutes(UserShapes.PHONE_NUMBER, "reserved_for_second_factor");
	}

	@Override
	public void register(Operations routes) {
		boolean email = this.shape == UserShapes.EMAIL_ADDRESS;
		String all = (email) ? "/email_addresses" : "/phone_numbers";
		String one = all + "/{" + variable() + "}";
		routes.post(all, this::create);
		routes.get(one, (tx, call) -> contact(tx, call).toJson());
		routes.add("PATCH", one, this::update, Route::badRequests);
		routes.delete(one, this::delete);
		routes.post(one + "/prepare_verification", this::prepare);
		routes.add("POST", one + "/attempt_verification", this::attempt, Route::badRequests);
		routes.put("/users/{user_id}/" + this.shape.object(), this::replace);
	}

	private JsonNode create(Transaction tx, ApiCall call) {
		Body body = call.body(UPDATE.nullable(FieldType.BOOLEAN, this.extra)
			.required(FieldType.STRING, "user_id", this.shape.object()));
		Resource user = tx.table(UserShapes.USER).find(body.required("user_id"));
		if (user == null) {
			throw ApiException.notFound("user", body.required("user_id"));
		}
		Resource contact = Contacts.add(tx, this.shape, user, body.required(this.shape.object()),
				body.flag("verified", false), false);
		apply(tx, body, user, contact);
		return changed(tx, user, contact);
	}

	private JsonNode update(Transaction tx, ApiCall call) {
		Resource contact = contact(tx, call);
		Body body = call.body(UPDATE.nullable(FieldType.BOOLEAN, this.extra));
		Resource user = owner(tx, contact);
		table(tx, contact, (draft) -> {
			if (body.has("verified")) {
				draft.set("verification", (body.flag("verified", false)) ? Contacts.verifiedByAdmin() : null);
			}
		});
		apply(tx, body, user, contact);
		return changed(tx, user, contact);
	}

	private void apply(Transaction tx, Body body, Resource user, Resource contact) {
		if (body.flag("primary", false)) {
			if (!Contacts.isVerified(contact)) {
				throw ApiException.parameter("form_param_value_invalid", "primary", "is invalid",
						"Only a verified identification can be the primary one.");
			}
			Contacts.makePrimary(tx, this.shape, user, contact);
		}
		else if (user.get(Contacts.primaryProperty(this.shape)) == null) {
			Contacts.makePrimary(tx, this.shape, user, contact);
		}
		if (this.shape == UserShapes.PHONE_NUMBER && body.has(this.extra)) {
			secondFactor(tx, body.flag(this.extra, false), user, contact);
		}
	}

	private void secondFactor(Transaction tx, boolean reserved, Resource user, Resource contact) {
		if (reserved && !Contacts.isVerified(contact)) {
			throw ApiException.badRequest("identification_update_second_factor_unverified",
					"An unverified phone number cannot be a second factor.");
		}
		boolean first = UserView.owned(tx, this.shape, user)
			.stream()
			.noneMatch((other) -> other != contact && other.flag("default_second_factor"));
		table(tx, contact, (draft) -> draft.set("reserved_for_second_factor", reserved)
			.set("default_second_factor", reserved && first));
		tx.update(user, (draft) -> draft.set("two_factor_enabled", reserved || user.flag("totp_enabled")));
	}

	private JsonNode delete(Transaction tx, ApiCall call) {
		Resource contact = contact(tx, call);
		Resource user = owner(tx, contact);
		Contacts.remove(tx, this.shape, user, contact);
		changed(tx, user, contact);
		return contact.deleted();
	}

	private JsonNode replace(Transaction tx, ApiCall call) {
		Resource user = tx.find(UserShapes.USER, call.path("user_id"));
		Fields fields = Fields.none()
			.required(FieldType.STRING, this.shape.object())
			.optional(FieldType.STRING, "identification_status")
			.oneOf("identification_status", "verified", "reserved", "unverified");
		Body body = call
			.body((this.shape == UserShapes.EMAIL_ADDRESS) ? fields.nullable(FieldType.BOOLEAN, this.extra) : fields);
		String value = Contacts.normalize(this.shape, body.required(this.shape.object()));
		List<Resource> present = UserView.owned(tx, this.shape, user);
		Resource same = present.stream()
			.filter((contact) -> value.equals(contact.text(this.shape.object())))
			.findFirst()
			.orElse(null);
		String status = (body.has("identification_status")) ? body.required("identification_status") : "verified";
		Resource kept = (same != null) ? same : Contacts.add(tx, this.shape, user, value, false, false);
		table(tx, kept, (draft) -> draft.set("reserved", status.equals("reserved"))
			.set("verification", (status.equals("verified")) ? Contacts.verifiedByAdmin() : null));
		present.stream().filter((contact) -> contact != kept).forEach(tx::remove);
		Contacts.makePrimary(tx, this.shape, user, kept);
		return changed(tx, user, kept);
	}

	private JsonNode prepare(Transaction tx, ApiCall call) {
		Resource contact = contact(tx, call);
		String strategy = (this.shape == UserShapes.EMAIL_ADDRESS) ? "email_code" : "phone_code";
		return tx.create(UserShapes.VERIFICATION, (draft) -> {
			draft.set("identification_id", contact.id()).set("status", "unverified").set("strategy", strategy);
			draft.set("expire_at", tx.now() + CODE_LIFETIME);
			draft.set("channel", (this.shape == UserShapes.EMAIL_ADDRESS) ? null : "sms");
		}).toJson();
	}

	private JsonNode attempt(Transaction tx, ApiCall call) {
		Resource contact = contact(tx, call);
		Body body = call.body(ATTEMPT);
		Resource verification = tx.find(UserShapes.VERIFICATION, body.required("verification_id"), "identification_id",
				contact.id());
		if ("verified".equals(verification.text("status"))) {
			throw ApiException.badRequest("verification_already_verified", "This verification has already succeeded.");
		}
		Long attempts = verification.number("attempts");
		long count = (attempts != null) ? attempts + 1 : 1;
		String status = status(tx, verification, body.required("code"), count);
		tx.update(verification, (draft) -> draft.set("attempts", count).set("status", status));
		if (status.equals("verified") && !Contacts.isVerified(contact)) {
			table(tx, contact, (draft) -> draft.set("verification", otp(verification)));
			changed(tx, owner(tx, contact), contact);
		}
		return verification.toJson();
	}

	private String status(Transaction tx, Resource verification, String code, long attempts) {
		Long expiry = verification.number("expire_at");
		if (expiry != null && expiry <= tx.now()) {
			return "expired";
		}
		if (attempts > MAXIMUM_ATTEMPTS) {
			return "failed";
		}
		return CODE.equals(code) ? "verified" : "unverified";
	}

	private static ObjectNode otp(Resource verification) {
		ObjectNode node = verification.toJson();
		node.remove(List.of("id", "channel"));
		return node;
	}

	private ObjectNode changed(Transaction tx, Resource user, Resource contact) {
		tx.update(user, (draft) -> {
		});
		tx.publish("user.updated", UserView.show(tx, user));
		return contact.toJson();
	}

	private void table(Transaction tx, Resource contact, java.util.function.Consumer<Draft> changes) {
		tx.update(contact, changes);
	}

	private Resource owner(Transaction tx, Resource contact) {
		return tx.find(UserShapes.USER, contact.required("user_id"));
	}

	private Resource contact(Transaction tx, ApiCall call) {
		return tx.find(this.shape, call.path(variable()));
	}

	private String variable() {
		return this.shape.object() + "_id";
	}

}
