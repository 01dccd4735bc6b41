package io.github.clerkspring.emulator.routes;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.ApiException;
import io.github.clerkspring.emulator.engine.Body;
import io.github.clerkspring.emulator.engine.FieldType;
import io.github.clerkspring.emulator.engine.Fields;
import io.github.clerkspring.emulator.engine.Ordering;
import io.github.clerkspring.emulator.engine.Paging;
import io.github.clerkspring.emulator.engine.Query;
import io.github.clerkspring.emulator.engine.Resource;
import io.github.clerkspring.emulator.engine.RouteFamily;
import io.github.clerkspring.emulator.engine.RouteTable;
import io.github.clerkspring.emulator.engine.Selection;
import io.github.clerkspring.emulator.engine.Shape;

/**
 * Memberships of organizations.
 */
final class MembershipRoutes implements RouteFamily {

	private static final String ALL = "/organizations/{organization_id}/memberships";

	private static final String ONE = ALL + "/{user_id}";

	private static final Fields METADATA = Fields.none()
		.nullable(FieldType.OBJECT, "public_metadata", "private_metadata");

	private static final Fields CREATE = METADATA.required(FieldType.STRING, "user_id", "role");

	private final Emulation emulation;

	private final OrganizationView view;

	private final Memberships memberships;

	private final RoleSets roleSets;

	private final UserView users;

	private final UserFilters filters;

	private final Ordering ordering;

	MembershipRoutes(Emulation emulation, UserView users, OrganizationView view, Memberships memberships,
			RoleSets roleSets) {
		this.emulation = emulation;
		this.view = view;
		this.memberships = memberships;
		this.roleSets = roleSets;
		this.users = users;
		this.filters = new UserFilters(emulation, users);
		this.ordering = Ordering.NEWEST_FIRST.by("first_name", property("first_name"))
			.by("last_name", property("last_name"))
			.by("username", property("username"))
			.by("email_address", contact(UserShapes.EMAIL_ADDRESS))
			.by("phone_number", contact(UserShapes.PHONE_NUMBER));
	}

	@Override
	public void register(RouteTable routes) {
		routes.get("/organization_memberships", (call) -> page(call, Selection.of(this.memberships.table())));
		routes.get("/users/{user_id}/organization_memberships", this::ofUser);
		routes.get(ALL, this::ofOrganization);
		routes.post(ALL, this::create);
		routes.patch(ONE, this::update);
		routes.delete(ONE, this::delete);
		routes.patch(ONE + "/metadata", this::metadata);
	}

	private JsonNode ofUser(ApiCall call) {
		Resource user = this.emulation.find(UserShapes.USER, call.path("user_id"));
		return page(call, Selection.of(this.memberships.table()).in("user_id", List.of(user.id())));
	}

	private JsonNode ofOrganization(ApiCall call) {
		Query query = call.query();
		Selection selection = Selection.of(this.memberships.table())
			.in("organization_id", List.of(organization(call).id()));
		List<String> roles = query.all("role");
		if (!roles.isEmpty()) {
			selection.where((membership) -> roles.contains(membership.required("role")));
		}
		if (UserFilters.IDENTIFIERS.stream().anyMatch((name) -> query.text(name) != null)) {
			Selection matching = this.filters.identified(query);
			selection.where((membership) -> matching.contains(this.view.user(membership)));
		}
		this.filters.conditions(query, selection, this.view::user);
		this.filters.created(query, selection);
		return page(call, selection);
	}

	private JsonNode page(ApiCall call, Selection selection) {
		return Paging.of(call).envelope(selection, this.ordering, this.view::membership);
	}

	private JsonNode create(ApiCall call) {
		Resource organization = organization(call);
		Body body = call.body(CREATE);
		Resource user = this.emulation.find(UserShapes.USER, body.required("user_id"));
		String role = this.roleSets.role(organization, body.required("role")).required("key");
		return this.view.membership(this.memberships.add(call, organization, user, role,
				(draft) -> OrganizationRoutes.metadata(body, draft, organization, false)));
	}

	private JsonNode update(ApiCall call) {
		Resource membership = membership(call);
		String role = call.body(Fields.none().required(FieldType.STRING, "role")).required("role");
		this.roleSets.role(this.view.owner(membership), role);
		this.memberships.requireElevated(membership, role);
		return this.memberships.changeRole(membership, role);
	}

	private JsonNode delete(ApiCall call) {
		Resource membership = membership(call);
		this.memberships.requireElevated(membership, null);
		JsonNode shown = this.view.membership(membership);
		this.memberships.remove(membership);
		return shown;
	}

	private JsonNode metadata(ApiCall call) {
		Resource membership = membership(call);
		Body body = call.body(METADATA);
		this.memberships.table()
			.update(membership, (draft) -> OrganizationRoutes.metadata(body, draft, membership, true));
		return this.memberships.publish("updated", membership);
	}

	private Resource membership(ApiCall call) {
		String userId = call.path("user_id");
		Resource membership = this.memberships.find(organization(call).id(), userId);
		if (membership == null) {
			throw ApiException.notFound("organization membership", userId);
		}
		return membership;
	}

	private Resource organization(ApiCall call) {
		return this.emulation.find(OrganizationShapes.ORGANIZATION, call.path("organization_id"));
	}

	private Function<Resource, @Nullable Comparable<?>> property(String name) {
		return (membership) -> this.view.user(membership).text(name);
	}

	private Function<Resource, @Nullable Comparable<?>> contact(Shape shape) {
		return (membership) -> this.users.owned(shape, this.view.user(membership))
			.stream()
			.findFirst()
			.map((found) -> found.required(shape.object()))
			.orElse(null);
	}

}
