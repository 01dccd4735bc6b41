package io.github.clerkspring.emulator.routes;

/**
 * What operations on subscription items need.
 *
 * @param emulation the emulated instance
 * @param plans the plans and their prices
 * @param payers who pays
 * @param items the subscription items
 * @param subscriptions the subscriptions
 * @param discounts the discounts
 * @param view how all that is shown
 */
record ItemParts(Emulation emulation, Plans plans, Payers payers, SubscriptionItems items, Subscriptions subscriptions,
		Discounts discounts, BillingView view) {

}
