package io.github.clerkspring.client.instance;

import java.util.List;

import io.github.clerkspring.client.core.RecordIds;

/**
 * SMS settings.
 *
 * @param blockedCountryCodes the countries to which no SMS are sent, as two-letter codes
 * (ISO 3166-1)
 */
public record InstanceCommunication(List<String> blockedCountryCodes) {

	@Override
	public String toString() {
		return RecordIds.describe(this);
	}

}
