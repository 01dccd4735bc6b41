package io.github.clerkspring.emulator;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.emulator.billing.PlanDefinition;

/**
 * Describes a plan that is to be there. It is free and for users unless said otherwise.
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
	 * Makes it a plan for organizations.
	 * @return this seed
	 */
	public PlanSeed forOrganizations() {
		this.organizations = true;
		return this;
	}

	/**
	 * Sets the price of a month.
	 * @param cents the amount
	 * @return this seed
	 */
	public PlanSeed monthly(long cents) {
		this.monthly = cents;
		return this;
	}

	/**
	 * Sets the price of a month with annual payment.
	 * @param cents the amount
	 * @return this seed
	 */
	public PlanSeed annualMonthly(long cents) {
		this.annualMonthly = cents;
		return this;
	}

	/**
	 * Adds a free trial.
	 * @param days how long it is, 1 to 365
	 * @return this seed
	 */
	public PlanSeed trialDays(int days) {
		this.trialDays = days;
		return this;
	}

	/**
	 * Adds features, which are made if they are not there.
	 * @param features their slugs
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
