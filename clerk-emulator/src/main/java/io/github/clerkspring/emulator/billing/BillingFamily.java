package io.github.clerkspring.emulator.billing;

import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.store.Relations;

/**
 * Plans, subscriptions, payments and credits.
 */
public final class BillingFamily implements Family {

	@Override
	public void register(Operations routes) {
		new PlanRoutes().register(routes);
		new SubscriptionItemRoutes().register(routes);
		new PriceTransitionRoutes().register(routes);
		new StatementRoutes().register(routes);
		new OwnerBillingRoutes().register(routes);
	}

	@Override
	public void relate(Relations relations) {
		Billing.relate(relations);
	}

}
