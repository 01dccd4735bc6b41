package io.github.clerkspring.client.user;

/**
 * Another identification through which this one came, such as the external account that
 * brought an email address.
 *
 * @param type its kind, such as {@code oauth_google}
 */
public record IdentificationLink(String type, String id) {

}
