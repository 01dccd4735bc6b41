package io.github.clerkspring.emulator.organizations;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.Body;
import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.FieldType;
import io.github.clerkspring.emulator.engine.Fields;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.engine.Paging;
import io.github.clerkspring.emulator.engine.Query;
import io.github.clerkspring.emulator.roles.RoleSets;
import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Ordering;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Selection;
import io.github.clerkspring.emulator.store.Shape;
import io.github.clerkspring.emulator.store.Transaction;
import io.github.clerkspring.emulator.users.UserFilters;
import io.github.clerkspring.emulator.users.UserShapes;

/**
 * Memberships of organizations.
 */
final class MembershipRoutes implements Family {

	private static final String ALL = "/organizations/{organization_id}/memberships";

	private static final String ONE = ALL + "/{user_id}";

	private static final Fields METADATA = Fields.none()
		.nullable(FieldType.OBJECT, "public_metadata", "private_metadata");

	private static final Fields CREATE = METADATA.required(FieldType.STRING, "user_id", "role");

	@Override
	public void register(Operations routes) {
		routes.get("/organization_memberships", (tx, call) -> page(tx, call, Selection.of(Memberships.table(tx))));
		routes.get("/users/{user_id}/organization_memberships", this::ofUser);
		routes.get(ALL, this::ofOrganization);
		routes.post(ALL, this::create);
		routes.patch(ONE, this::update);
		routes.delete(ONE, this::delete);
		routes.patch(ONE + "/metadata", this::metadata);
	}

	private JsonNode ofUser(Transaction tx, ApiCall call) {
		Resource user = tx.find(UserShapes.USER, call.path("user_id"));
		return page(tx, call, Selection.of(Memberships.table(tx)).in("user_id", List.of(user.id())));
	}

	private JsonNode ofOrganization(Transaction tx, ApiCall call) {
		Query query = call.query();
		Selection selection = Selection.of(Memberships.table(tx))
			.in("organization_id", List.of(organization(tx, call).id()));
		List<String> roles = query.all("role");
		if (!roles.isEmpty()) {
			selection.where((membership) -> roles.contains(membership.required("role")));
		}
		selection.ownedBy("user_id", UserFilters.identified(tx, query));
		UserFilters.conditions(tx, query, selection, (each) -> OrganizationView.user(tx, each));
		UserFilters.created(query, selection);
		return page(tx, call, selection);
	}

	private JsonNode page(Transaction tx, ApiCall call, Selection selection) {
		return Paging.of(call).envelope(selection, ordering(tx), (each) -> OrganizationView.membership(tx, each));
	}

	private JsonNode create(Transaction tx, ApiCall call) {
		Resource organization = organization(tx, call);
		Body body = call.body(CREATE);
		Resource user = tx.find(UserShapes.USER, body.required("user_id"));
		String role = RoleSets.role(tx, organization, body.required("role")).required("key");
		return OrganizationView.membership(tx, Memberships.add(tx, call, organization, user, role,
				(draft) -> OrganizationRoutes.metadata(body, draft, organization, false)));
	}

	private JsonNode update(Transaction tx, ApiCall call) {
		Resource membership = membership(tx, call);
		String role = call.body(Fields.none().required(FieldType.STRING, "role")).required("role");
		RoleSets.role(tx, OrganizationView.owner(tx, membership), role);
		Memberships.requireElevated(tx, membership, role);
		return Memberships.changeRole(tx, membership, role);
	}

	private JsonNode delete(Transaction tx, ApiCall call) {
		Resource membership = membership(tx, call);
		Memberships.requireElevated(tx, membership, null);
		JsonNode shown = OrganizationView.membership(tx, membership);
		Memberships.remove(tx, membership);
		return shown;
	}

	private JsonNode metadata(Transaction tx, ApiCall call) {
		Resource membership = membership(tx, call);
		Body body = call.body(METADATA);
		tx.update(membership, (draft) -> OrganizationRoutes.metadata(body, draft, membership, true));
		return Memberships.publish(tx, "updated", membership);
	}

	private Resource membership(Transaction tx, ApiCall call) {
		String userId = call.path("user_id");
		Resource membership = Memberships.find(tx, organization(tx, call).id(), userId);
		if (membership == null) {
			throw ApiException.notFound("organization membership", userId);
		}
		return membership;
	}

	private Resource organization(Transaction tx, ApiCall call) {
		return tx.find(OrganizationShapes.ORGANIZATION, call.path("organization_id"));
	}

	private static Function<Resource, @Nullable Comparable<?>> property(Transaction tx, String name) {
		return (membership) -> OrganizationView.user(tx, membership).text(name);
	}

	private static Function<Resource, @Nullable Comparable<?>> contact(Transaction tx, Shape shape) {
		return (membership) -> {
			Resource first = tx.table(shape).first("user_id", membership.required("user_id"));
			return (first != null) ? first.required(shape.object()) : null;
		};
	}

	private static Ordering ordering(Transaction tx) {
		return Ordering.NEWEST_FIRST.by("first_name", property(tx, "first_name"))
			.by("last_name", property(tx, "last_name"))
			.by("username", property(tx, "username"))
			.by("email_address", contact(tx, UserShapes.EMAIL_ADDRESS))
			.by("phone_number", contact(tx, UserShapes.PHONE_NUMBER));
	}

}
