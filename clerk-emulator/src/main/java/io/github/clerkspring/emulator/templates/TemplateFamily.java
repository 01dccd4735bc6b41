package io.github.clerkspring.emulator.templates;

import io.github.clerkspring.emulator.engine.Family;
import io.github.clerkspring.emulator.engine.Operations;
import io.github.clerkspring.emulator.store.Relations;

/**
 * Templates of e-mails and text messages, and e-mails.
 */
public final class TemplateFamily implements Family {

	@Override
	public void register(Operations routes) {
		new TemplateRoutes().register(routes);
		new EmailRoutes().register(routes);
	}

	@Override
	public void relate(Relations relations) {
		relations.onStart(DefaultTemplate::createAll);
	}

}
