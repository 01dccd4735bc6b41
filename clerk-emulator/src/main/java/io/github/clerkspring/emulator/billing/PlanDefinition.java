package io.github.clerkspring.emulator.billing;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Definition of a plan.
 *
 * @param slug its slug, unique among the plans for the same payers
 * @param name the display name
 * @param organizations whether it is for organizations, else for users
 * @param monthly the price of a month, in cents
 * @param annualMonthly the price of a month with annual payment, in cents, or null if it
 * cannot be paid by the year
 * @param trialDays the days of the free trial, or null without a trial
 * @param features the slugs of its features
 */
public record PlanDefinition(String slug, String name, boolean organizations, long monthly,
		@Nullable Long annualMonthly, @Nullable Integer trialDays, List<String> features) {

	public PlanDefinition {
		if (monthly < 0 || (annualMonthly != null && annualMonthly < 0)) {
			throw new IllegalArgumentException("The price of plan '" + slug + "' must not be negative");
		}
		if (trialDays != null && (trialDays < 1 || trialDays > 365)) {
			throw new IllegalArgumentException("The trial of plan '" + slug + "' must have 1 to 365 days");
		}
		features = List.copyOf(features);
	}

	String payerType() {
		return (this.organizations) ? Payers.ORGANIZATION : Payers.USER;
	}

}
