package io.github.clerkspring.emulator.instance;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Draft;
import io.github.clerkspring.emulator.store.Json;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Table;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * The domains of the instance: one primary, any number of satellites. At Clerk, only
 * production instances can change their domain or use a proxy; the emulator supports this
 * for its development keys as well, for tests.
 */
public final class InstanceDomains {

	private static final Pattern NAME = Pattern
		.compile("(localhost|([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,})(:\\d{1,5})?");

	private static final List<String> HOSTING = List.of("vercel.app", "netlify.app", "herokuapp.com", "github.io",
			"onrender.com", "fly.dev");

	private static final List<String> RESERVED = List.of("clerk.com", "clerk.dev", "accounts.dev");

	private InstanceDomains() {
	}

	static void initialize(Transaction tx) {
		String host = Settings.of(tx).frontendApi();
		tx.create(InstanceShapes.DOMAIN, (draft) -> {
			apply(draft, host.replaceFirst("^clerk\\.", ""), false);
			draft.set("frontend_api_url", Settings.of(tx).issuer());
		});
	}

	public static Resource primary(Transaction tx) {
		return table(tx).all().first();
	}

	static Resource add(Transaction tx, String name, @Nullable String proxyUrl) {
		String checked = check(tx, "name", name, null);
		return tx.create(InstanceShapes.DOMAIN, (draft) -> apply(draft, checked, true).set("proxy_url", proxyUrl));
	}

	static void rename(Transaction tx, Resource domain, String parameter, String name) {
		String checked = check(tx, parameter, name, domain);
		tx.update(domain, (draft) -> apply(draft, checked, domain.flag("is_satellite")));
	}

	static void developmentOrigin(Transaction tx, String origin) {
		tx.update(primary(tx), (draft) -> draft.set("development_origin", origin));
	}

	static Table table(Transaction tx) {
		return tx.table(InstanceShapes.DOMAIN);
	}

	/**
	 * The domain that an application at a host belongs to.
	 * @param host the host
	 * @param secondary whether the application shares its root domain with others, so
	 * that the whole host counts
	 * @return the host or its last two labels
	 */
	static String domainOf(String host, boolean secondary) {
		List<String> labels = Arrays.asList(host.toLowerCase(Locale.ROOT).split("\\."));
		return (secondary || labels.size() <= 2) ? host.toLowerCase(Locale.ROOT)
				: String.join(".", labels.subList(labels.size() - 2, labels.size()));
	}

	private static Draft apply(Draft draft, String name, boolean satellite) {
		draft.set("name", name).set("is_satellite", satellite).set("frontend_api_url", "https://clerk." + name);
		draft.set("cname_targets",
				Json.array(List.of(Json.object()
					.put("host", "clerk." + name)
					.put("value", "frontend-api.clerk.services")
					.put("required", true))));
		return draft.set("accounts_portal_url", (satellite) ? null : "https://accounts." + name);
	}

	private static String check(Transaction tx, String parameter, String given, @Nullable Resource itself) {
		String name = given.toLowerCase(Locale.ROOT);
		if (!NAME.matcher(name).matches()) {
			throw ApiException.format(parameter, parameter + " must be a domain name without scheme and path.");
		}
		if (RESERVED.stream().anyMatch((domain) -> isBelow(name, domain))) {
			throw ApiException.parameter("reserved_domain", parameter, "Domain reserved by Clerk",
					"The " + name + " domain is reserved by Clerk.");
		}
		if (HOSTING.stream().anyMatch((domain) -> isBelow(name, domain))) {
			throw ApiException.parameter("known_hosting_domain", parameter, "Known hosting domain",
					"The " + name + " domain cannot be used to deploy production apps.");
		}
		Resource present = table(tx).first("name", name);
		if (present != null && present != itself) {
			throw ApiException.parameter("form_already_exists", parameter, "already exists",
					"The instance already has the domain " + name + ".");
		}
		return name;
	}

	private static boolean isBelow(String name, String domain) {
		return name.equals(domain) || name.endsWith("." + domain);
	}

}
