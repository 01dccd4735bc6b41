package io.github.clerkspring.client.instance;

/** Settings of abuse protection. */
public record InstanceProtect(boolean rulesEnabled, boolean specterEnabled, boolean checksBypassed) {

}
