package io.github.clerkspring.emulator.billing;

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
import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.engine.Paging;
import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Ordering;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Selection;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * Statements, one a month for each payer, and the payment attempts in them.
 */
final class StatementRoutes implements Family {

	private static final String ONE = "/billing/statements/{statementID}";

	@Override
	public void register(Operations routes) {
		routes.get("/billing/statements",
				Subscriptions.settled((tx, call) -> Paging.of(call)
					.envelope(Selection.of(tx.table(BillingShapes.STATEMENT)), Ordering.NEWEST_FIRST,
							(each) -> show(tx, each))));
		routes.get(ONE, Subscriptions.settled((tx, call) -> show(tx, statement(tx, call))));
		routes.get(ONE + "/payment_attempts", Subscriptions.settled(this::attempts));
	}

	private JsonNode attempts(Transaction tx, ApiCall call) {
		Selection selection = Selection.of(tx.table(BillingShapes.PAYMENT_ATTEMPT))
			.in("statement_id", List.of(statement(tx, call).id()));
		return Paging.of(call).envelope(selection, Ordering.NEWEST_FIRST, (each) -> attempt(tx, each));
	}

	private ObjectNode show(Transaction tx, Resource statement) {
		ObjectNode node = statement.toJson();
		long instant = Money.of(statement, "timestamp");
		node.put("status", Charges.month(instant).isBefore(Charges.month(tx.now())) ? "closed" : "open");
		node.set("payer", Payers.show(tx, Payers.get(tx, statement)));
		List<Resource> attempts = tx.table(BillingShapes.PAYMENT_ATTEMPT).by("statement_id", statement.id());
		node.set("totals", totals(attempts));
		return node.set("groups", groups(tx, attempts));
	}

	private static ObjectNode totals(List<Resource> attempts) {
		List<Resource> paid = attempts.stream().filter((attempt) -> "paid".equals(attempt.text("status"))).toList();
		long fees = paid.stream().mapToLong((attempt) -> Money.of(attempt, "base_fee")).sum();
		long total = paid.stream().mapToLong(Charges::total).sum();
		ObjectNode totals = BillingView.totals(fees, fees - total, 0);
		totals.remove("discounts");
		return totals;
	}

	private ArrayNode groups(Transaction tx, List<Resource> attempts) {
		Map<Instant, List<Resource>> days = attempts.stream()
			.collect(Collectors.groupingBy(StatementRoutes::day, LinkedHashMap::new, Collectors.toList()));
		ArrayNode groups = Json.array();
		days.forEach((day,
				ofDay) -> groups.add(Json.object()
					.put("object", "commerce_statement_group")
					.put("timestamp", day.toEpochMilli())
					.set("items", Json.array(ofDay.stream().map((each) -> attempt(tx, each)).toList()))));
		return groups;
	}

	private ObjectNode attempt(Transaction tx, Resource attempt) {
		ObjectNode node = attempt.toJson();
		Resource payer = Payers.get(tx, attempt);
		node.set("payee", Json.object().put("id", BillingView.PAYEE).put("gateway_type", "stripe"));
		node.set("payer", Payers.show(tx, payer));
		Resource item = tx.find(BillingShapes.ITEM, attempt.required("subscription_item_id"));
		node.set("subscription_item", BillingView.item(tx, item));
		node.set("amount", Money.show(Charges.total(attempt)));
		node.set("totals", totals(attempt));
		Resource method = method(tx, attempt);
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

	private @Nullable Resource method(Transaction tx, Resource attempt) {
		String id = attempt.text("payment_method_id");
		return (id != null) ? tx.table(BillingShapes.PAYMENT_METHOD).find(id) : null;
	}

	private Resource statement(Transaction tx, ApiCall call) {
		Resource statement = tx.table(BillingShapes.STATEMENT).find(call.path("statementID"));
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
