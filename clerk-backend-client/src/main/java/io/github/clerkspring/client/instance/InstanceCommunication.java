package io.github.clerkspring.client.instance;

import java.util.List;

/**
 * Settings of SMS.
 *
 * @param blockedCountryCodes the countries that SMS are not sent to, each by two letters
 * (ISO 3166-1)
 */
public record InstanceCommunication(List<String> blockedCountryCodes) {

}
