package io.github.clerkspring.emulator.routes;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.github.clerkspring.emulator.engine.ApiCall;
import io.github.clerkspring.emulator.engine.Json;
import io.github.clerkspring.emulator.engine.Ordering;
import io.github.clerkspring.emulator.engine.Paging;
import io.github.clerkspring.emulator.engine.Resource;
import io.github.clerkspring.emulator.engine.RouteFamily;
import io.github.clerkspring.emulator.engine.RouteTable;
import io.github.clerkspring.emulator.engine.Selection;

/**
 * Statements, one a month for each payer, and the payment attempts in them.
 */
final class StatementRoutes implements RouteFamily {

	private static final String ONE = "/billing/statements/{statementID}";

	private final Emulation emulation;

	private final Payers payers;

	private final Subscriptions subscriptions;

	private final BillingView view;

	StatementRoutes(Emulation emulation, Payers payers, Subscriptions subscriptions, BillingView view) {
		this.emulation = emulation;
		this.payers = payers;
		this.subscriptions = subscriptions;
		this.view = view;
	}

	@Override
	public void register(RouteTable routes) {
		routes.get("/billing/statements", this.subscriptions.settled((call) -> Paging.of(call)
			.envelope(Selection.of(this.emulation.table(BillingShapes.STATEMENT)), Ordering.NEWEST_FIRST, this::show)));
		routes.get(ONE, this.subscriptions.settled((call) -> show(statement(call))));
		routes.get(ONE + "/payment_attempts", this.subscriptions.settled(this::attempts));
	}

	private JsonNode attempts(ApiCall call) {
		Selection selection = Selection.of(this.emulation.table(BillingShapes.PAYMENT_ATTEMPT))
			.in("statement_id", List.of(statement(call).id()));
		return Paging.of(call).envelope(selection, Ordering.NEWEST_FIRST, this::attempt);
	}

	private ObjectNode show(Resource statement) {
		ObjectNode node = statement.toJson();
		long instant = Money.of(statement, "timestamp");
		node.put("status", Charges.month(instant).isBefore(Charges.month(this.emulation.now())) ? "closed" : "open");
		node.set("payer", this.payers.show(this.payers.get(statement)));
		List<Resource> attempts = this.emulation.table(BillingShapes.PAYMENT_ATTEMPT)
			.by("statement_id", statement.id());
		node.set("totals", totals(attempts));
		return node.set("groups", groups(attempts));
	}

	private static ObjectNode totals(List<Resource> attempts) {
		List<Resource> paid = attempts.stream().filter((attempt) -> "paid".equals(attempt.text("status"))).toList();
		long fees = paid.stream().mapToLong((attempt) -> Money.of(attempt, "base_fee")).sum();
		long total = paid.stream().mapToLong(Charges::total).sum();
		ObjectNode totals = BillingView.totals(fees, fees - total, 0);
		totals.remove("discounts");
		return totals;
	}

	private ArrayNode groups(List<Resource> attempts) {
		Map<Instant, List<Resource>> days = attempts.stream()
			.collect(Collectors.groupingBy(StatementRoutes::day, LinkedHashMap::new, Collectors.toList()));
		ArrayNode groups = Json.array();
		days.forEach((day,
				ofDay) -> groups.add(Json.object()
					.put("object", "commerce_statement_group")
					.put("timestamp", day.toEpochMilli())
					.set("items", Json.array(ofDay.stream().map(this::attempt).toList()))));
		return groups;
	}

	private ObjectNode attempt(Resource attempt) {
		ObjectNode node = attempt.toJson();
		Resource payer = this.payers.get(attempt);
		node.set("payee", Json.object().put("id", BillingView.PAYEE).put("gateway_type", "stripe"));
		node.set("payer", this.payers.show(payer));
		Resource item = this.emulation.find(BillingShapes.ITEM, attempt.required("subscription_item_id"));
		node.set("subscription_item", this.view.item(item));
		node.set("amount", Money.show(Charges.total(attempt)));
		node.set("totals", totals(attempt));
		Resource method = method(attempt);
		node.put("payment_method_id", (method != null) ? method.id() : "");
		return node.set("payment_method", BillingView.paymentMethod(payer, method));
	}

	private static ObjectNode totals(Resource attempt) {
		long credit = Money.of(attempt, "credit");
		ObjectNode totals = BillingView.totals(Money.of(attempt, "base_fee"), Money.of(attempt, "discount"), credit);
		if (credit > 0) {
			ObjectNode credits = Json.object().putNull("proration");
			credits.set("payer", BillingView.payerCredit(attempt));
			totals.set("credits", credits.set("total", Money.show(credit)));
		}
		return totals;
	}

	private @Nullable Resource method(Resource attempt) {
		String id = attempt.text("payment_method_id");
		return (id != null) ? this.emulation.table(BillingShapes.PAYMENT_METHOD).find(id) : null;
	}

	private Resource statement(ApiCall call) {
		Resource statement = this.emulation.table(BillingShapes.STATEMENT).find(call.path("statementID"));
		if (statement == null) {
			throw BillingErrors.notFound("commerce_statement_not_found",
					"No statement found with id " + call.path("statementID") + ".");
		}
		return statement;
	}

	private static Instant day(Resource attempt) {
		return Instant.ofEpochMilli(attempt.createdAt())
			.atOffset(ZoneOffset.UTC)
			.toLocalDate()
			.atStartOfDay()
			.toInstant(ZoneOffset.UTC);
	}

}
