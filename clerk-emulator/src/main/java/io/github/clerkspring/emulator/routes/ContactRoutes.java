package io.github.clerkspring.emulator.routes;

import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.ApiException;
import io.github.clerkspring.emulator.engine.Body;
import io.github.clerkspring.emulator.engine.Draft;
import io.github.clerkspring.emulator.engine.FieldType;
import io.github.clerkspring.emulator.engine.Fields;
import io.github.clerkspring.emulator.engine.Resource;
import io.github.clerkspring.emulator.engine.RouteFamily;
import io.github.clerkspring.emulator.engine.RouteTable;
import io.github.clerkspring.emulator.engine.Shape;

/**
 * E-mail addresses and phone numbers: the same operations for both.
 */
final class ContactRoutes implements RouteFamily {

	/** The code that verifies every address and number, as in Clerk's test mode. */
	static final String CODE = "424242";

	private static final long CODE_LIFETIME = 600_000;

	private static final int MAXIMUM_ATTEMPTS = 3;

	private static final Fields UPDATE = Fields.none().nullable(FieldType.BOOLEAN, "verified", "primary");

	private static final Fields ATTEMPT = Fields.none().required(FieldType.STRING, "verification_id", "code");

	private final Emulation emulation;

	private final UserView view;

	private final Contacts contacts;

	private final Shape shape;

	private final String extra;

	private ContactRoutes(Emulation emulation, UserView view, Shape shape, String extra) {
		this.emulation = emulation;
		this.view = view;
		this.contacts = new Contacts(emulation);
		this.shape = shape;
		this.extra = extra;
	}

	static ContactRoutes emailAddresses(Emulation emulation, UserView view) {
		return new ContactRoutes(emulation, view, UserShapes.EMAIL_ADDRESS, "notify_primary_email_address_changed");
	}

	static ContactRoutes phoneNumbers(Emulation emulation, UserView view) {
		return new ContactRoutes(emulation, view, UserShapes.PHONE_NUMBER, "reserved_for_second_factor");
	}

	@Override
	public void register(RouteTable routes) {
		boolean email = this.shape == UserShapes.EMAIL_ADDRESS;
		String all = (email) ? "/email_addresses" : "/phone_numbers";
		String one = all + "/{" + variable() + "}";
		routes.post(all, this::create);
		routes.get(one, (call) -> contact(call).toJson());
		routes.patch(one, this::update);
		routes.delete(one, this::delete);
		routes.post(one + "/prepare_verification", this::prepare);
		routes.post(one + "/attempt_verification", this::attempt);
		routes.put("/users/{user_id}/" + this.shape.object(), this::replace);
	}

	private JsonNode create(ApiCall call) {
		Body body = call.body(UPDATE.nullable(FieldType.BOOLEAN, this.extra)
			.required(FieldType.STRING, "user_id", this.shape.object()));
		Resource user = this.emulation.table(UserShapes.USER).find(body.required("user_id"));
		if (user == null) {
			throw ApiException.notFound("user", body.required("user_id"));
		}
		Resource contact = this.contacts.add(this.shape, user, body.required(this.shape.object()),
				body.flag("verified", false), false);
		apply(body, user, contact);
		return changed(user, contact);
	}

	private JsonNode update(ApiCall call) {
		Resource contact = contact(call);
		Body body = call.body(UPDATE.nullable(FieldType.BOOLEAN, this.extra));
		Resource user = owner(contact);
		table(contact, (draft) -> {
			if (body.has("verified")) {
				draft.set("verification", (body.flag("verified", false)) ? Contacts.verifiedByAdmin() : null);
			}
		});
		apply(body, user, contact);
		return changed(user, contact);
	}

	private void apply(Body body, Resource user, Resource contact) {
		if (body.flag("primary", false)) {
			if (!this.contacts.isVerified(contact)) {
				throw ApiException.parameter("form_param_value_invalid", "primary", "is invalid",
						"Only a verified identification can be the primary one.");
			}
			this.contacts.makePrimary(this.shape, user, contact);
		}
		else if (user.get(Contacts.primaryProperty(this.shape)) == null) {
			this.contacts.makePrimary(this.shape, user, contact);
		}
		if (this.shape == UserShapes.PHONE_NUMBER && body.has(this.extra)) {
			secondFactor(body.flag(this.extra, false), user, contact);
		}
	}

	private void secondFactor(boolean reserved, Resource user, Resource contact) {
		if (reserved && !this.contacts.isVerified(contact)) {
			throw ApiException.badRequest("identification_update_second_factor_unverified",
					"An unverified phone number cannot be a second factor.");
		}
		boolean first = this.view.owned(this.shape, user)
			.stream()
			.noneMatch((other) -> other != contact && other.flag("default_second_factor"));
		table(contact, (draft) -> draft.set("reserved_for_second_factor", reserved)
			.set("default_second_factor", reserved && first));
		this.emulation.table(UserShapes.USER)
			.update(user, (draft) -> draft.set("two_factor_enabled", reserved || user.flag("totp_enabled")));
	}

	private JsonNode delete(ApiCall call) {
		Resource contact = contact(call);
		Resource user = owner(contact);
		this.contacts.remove(this.shape, user, contact);
		changed(user, contact);
		return this.emulation.deleted(this.shape, contact.id());
	}

	private JsonNode replace(ApiCall call) {
		Resource user = this.emulation.find(UserShapes.USER, call.path("user_id"));
		Fields fields = Fields.none()
			.required(FieldType.STRING, this.shape.object())
			.optional(FieldType.STRING, "identification_status")
			.oneOf("identification_status", "verified", "reserved", "unverified");
		Body body = call
			.body((this.shape == UserShapes.EMAIL_ADDRESS) ? fields.nullable(FieldType.BOOLEAN, this.extra) : fields);
		String value = this.contacts.normalize(this.shape, body.required(this.shape.object()));
		List<Resource> present = this.view.owned(this.shape, user);
		Resource same = present.stream()
			.filter((contact) -> value.equals(contact.text(this.shape.object())))
			.findFirst()
			.orElse(null);
		String status = (body.has("identification_status")) ? body.required("identification_status") : "verified";
		Resource kept = (same != null) ? same : this.contacts.add(this.shape, user, value, false, false);
		table(kept, (draft) -> draft.set("reserved", status.equals("reserved"))
			.set("verification", (status.equals("verified")) ? Contacts.verifiedByAdmin() : null));
		present.stream().filter((contact) -> contact != kept).forEach(this.emulation.table(this.shape)::remove);
		this.contacts.makePrimary(this.shape, user, kept);
		return changed(user, kept);
	}

	private JsonNode prepare(ApiCall call) {
		Resource contact = contact(call);
		String strategy = (this.shape == UserShapes.EMAIL_ADDRESS) ? "email_code" : "phone_code";
		return this.emulation.create(UserShapes.VERIFICATION, (draft) -> {
			draft.set("identification_id", contact.id()).set("status", "unverified").set("strategy", strategy);
			draft.set("expire_at", this.emulation.now() + CODE_LIFETIME);
			draft.set("channel", (this.shape == UserShapes.EMAIL_ADDRESS) ? null : "sms");
		}).toJson();
	}

	private JsonNode attempt(ApiCall call) {
		Resource contact = contact(call);
		Body body = call.body(ATTEMPT);
		Resource verification = this.emulation.find(UserShapes.VERIFICATION, body.required("verification_id"),
				"identification_id", contact.id());
		if ("verified".equals(verification.text("status"))) {
			throw ApiException.badRequest("verification_already_verified", "This verification has already succeeded.");
		}
		Long attempts = verification.number("attempts");
		long count = (attempts != null) ? attempts + 1 : 1;
		String status = status(verification, body.required("code"), count);
		this.emulation.table(UserShapes.VERIFICATION)
			.update(verification, (draft) -> draft.set("attempts", count).set("status", status));
		if (status.equals("verified") && !this.contacts.isVerified(contact)) {
			table(contact, (draft) -> draft.set("verification", otp(verification)));
			changed(owner(contact), contact);
		}
		return verification.toJson();
	}

	private String status(Resource verification, String code, long attempts) {
		Long expiry = verification.number("expire_at");
		if (expiry != null && expiry <= this.emulation.now()) {
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

	private ObjectNode changed(Resource user, Resource contact) {
		this.emulation.table(UserShapes.USER).update(user, (draft) -> {
		});
		this.emulation.events().publish("user.updated", this.view.show(user));
		return contact.toJson();
	}

	private void table(Resource contact, java.util.function.Consumer<Draft> changes) {
		this.emulation.table(this.shape).update(contact, changes);
	}

	private Resource owner(Resource contact) {
		return this.emulation.find(UserShapes.USER, contact.required("user_id"));
	}

	private Resource contact(ApiCall call) {
		return this.emulation.find(this.shape, call.path(variable()));
	}

	private String variable() {
		return this.shape.object() + "_id";
	}

}
