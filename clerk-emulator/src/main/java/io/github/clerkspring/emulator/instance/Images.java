package io.github.clerkspring.emulator.instance;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import io.github.clerkspring.emulator.store.Resource;

/**
 * URLs of images, which are not served.
 */
public final class Images {

	private Images() {
	}

	public static String url(Resource resource) {
		String type = (resource.flag("has_image")) ? "proxy" : "default";
		String name = "{\"type\":\"" + type + "\",\"rid\":\"" + resource.id() + "\"}";
		return "https://img.clerk.com/"
				+ Base64.getUrlEncoder().withoutPadding().encodeToString(name.getBytes(StandardCharsets.UTF_8));
	}

}
