package io.github.clerkspring.emulator;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.emulator.billing.PlanDefinition;

/**
 * Definition of a plan. Defaults to a free plan for users.
 */
public final class PlanSeed {

	private final String slug;

	private String name;

	private boolean organizations;

	private long monthly;

	private @Nullable Long annualMonthly;

	private @Nullable Integer trialDays;

	private List<String> features = List.of();

	PlanSeed(String slug) {
		this.slug = slug;
		this.name = slug;
	}

	public PlanSeed name(String name) {
		this.name = name;
		return this;
	}

	/**
	 * Sets the plan to be for organizations.
	 * @return this seed
	 */
	public PlanSeed forOrganizations() {
		this.organizations = true;
		return this;
	}

	/**
	 * Sets the monthly price.
	 * @param cents the amount in cents
	 * @return this seed
	 */
	public PlanSeed monthly(long cents) {
		this.monthly = cents;
		return this;
	}

	/**
	 * Sets the monthly price with annual payment.
	 * @param cents the amount in cents
	 * @return this seed
	 */
	public PlanSeed annualMonthly(long cents) {
		this.annualMonthly = cents;
		return this;
	}

	/**
	 * Adds a free trial.
	 * @param days the length in days, 1 to 365
	 * @return this seed
	 */
	public PlanSeed trialDays(int days) {
		this.trialDays = days;
		return this;
	}

	/**
	 * Adds features. Missing features are created.
	 * @param features the slugs of the features
	 * @return this seed
	 */
	public PlanSeed features(String... features) {
		this.features = List.of(features);
		return this;
	}

	PlanDefinition definition() {
		return new PlanDefinition(this.slug, this.name, this.organizations, this.monthly, this.annualMonthly,
				this.trialDays, this.features);
	}

}
