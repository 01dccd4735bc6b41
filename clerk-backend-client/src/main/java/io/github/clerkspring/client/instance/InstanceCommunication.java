package io.github.clerkspring.client.instance;

import java.util.List;

import io.github.clerkspring.client.core.RecordIds;

/**
 * Settings of SMS.
 *
 * @param blockedCountryCodes the countries that SMS are not sent to, each by two letters
 * (ISO 3166-1)
 */
public record InstanceCommunication(List<String> blockedCountryCodes) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

}
