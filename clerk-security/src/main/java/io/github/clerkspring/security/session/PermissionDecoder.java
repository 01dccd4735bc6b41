package io.github.clerkspring.security.session;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Decodes the permissions of version 2 tokens: a list of names, a list of features, and
 * for each feature a bit mask of names.
 *
 * Clerk's libraries differ in the features that have a mask: all features, or only
 * features of an organization. Only permissions that both variants grant are granted.
 */
final class PermissionDecoder {

	private static final Log logger = LogFactory.getLog(PermissionDecoder.class);

	private final AtomicBoolean warned = new AtomicBoolean();

	Set<String> decode(List<ScopedName> features, String names, String masks) {
		List<String> permissions = split(names);
		List<String> bits = split(masks);
		List<ScopedName> owned = features.stream().filter(ScopedName::isOrganization).toList();
		Set<String> byAll = grant(features, permissions, bits);
		if (owned.size() == features.size()) {
			return byAll;
		}
		Set<String> byOwned = grant(owned, permissions, bits);
		if (!byAll.equals(byOwned) && this.warned.compareAndSet(false, true)) {
			logger.warn("Clerk's libraries read the permissions of a token in two ways that differ, because it has "
					+ "features of a user before features of an organization. Only permissions that both grant "
					+ "are granted. This is logged once");
		}
		byAll.retainAll(byOwned);
		return byAll;
	}

	private Set<String> grant(List<ScopedName> features, List<String> permissions, List<String> masks) {
		Set<String> granted = new LinkedHashSet<>();
		for (int i = 0; i < Math.min(features.size(), masks.size()); i++) {
			if (features.get(i).isOrganization()) {
				grant(features.get(i).name(), permissions, mask(masks.get(i)), granted);
			}
		}
		return granted;
	}

	private void grant(String feature, List<String> permissions, BigInteger mask, Set<String> granted) {
		for (int bit = 0; bit < permissions.size(); bit++) {
			if (mask.testBit(bit) && !permissions.get(bit).isEmpty()) {
				granted.add("org:" + feature + ":" + permissions.get(bit));
			}
		}
	}

	private static BigInteger mask(String digits) {
		boolean number = !digits.isEmpty()
				&& digits.chars().allMatch((character) -> character >= '0' && character <= '9');
		return (number) ? new BigInteger(digits) : BigInteger.ZERO;
	}

	private static List<String> split(String list) {
		List<String> parts = new ArrayList<>();
		for (String part : list.split(",", -1)) {
			parts.add(JavaScript.trim(part));
		}
		return parts;
	}

}
