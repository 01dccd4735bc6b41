package io.github.clerkspring.emulator.instance;

import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.Operations;

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
		routes.relations().onStart(InstanceSettings::initialize);
		routes.relations().onStart(InstanceDomains::initialize);
	}

}
