package io.github.clerkspring.emulator.instance;

import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.store.Relations;

/**
 * The instance itself: settings, domains, redirect URLs and keys.
 */
public final class InstanceFamily implements Family {

	@Override
	public void register(Operations routes) {
		new InstanceRoutes().register(routes);
		new DomainRoutes().register(routes);
		new SvixRoutes().register(routes);
		new AccountlessApplicationRoutes().register(routes);
		new InterstitialRoutes().register(routes);
		new JwksRoutes().register(routes);
		new RedirectUrlRoutes().register(routes);
	}

	@Override
	public void relate(Relations relations) {
		relations.onStart(InstanceSettings::initialize);
		relations.onStart(InstanceDomains::initialize);
	}

}
