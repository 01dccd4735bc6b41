package io.github.clerkspring.client.instance;

/** Settings of the protection against abuse. */
public record InstanceProtect(boolean rulesEnabled, boolean specterEnabled, boolean checksBypassed) {

}
