package io.github.clerkspring.boot;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.core.env.Environment;

/**
 * {@link BindHandler} that treats an empty value of a Clerk property of any type as
 * absent.
 */
class EmptyValuesBindHandler extends AbstractBindHandler {

	private static final ConfigurationPropertyName PREFIX = ConfigurationPropertyName.of("clerk");

	private final Environment environment;

	EmptyValuesBindHandler(BindHandler parent, Environment environment) {
		super(parent);
		this.environment = environment;
	}

	@Override
	public <T> @Nullable Bindable<T> onStart(ConfigurationPropertyName name, Bindable<T> target, BindContext context) {
		// Empty list elements are handled by the property, since binding would end the
		// list here
		boolean empty = PREFIX.isAncestorOf(name) && !name.isLastElementIndexed() && isEmpty(name, context);
		return (empty) ? null : super.onStart(name, target, context);
	}

	private boolean isEmpty(ConfigurationPropertyName name, BindContext context) {
		for (ConfigurationPropertySource source : context.getSources()) {
			ConfigurationProperty property = source.getConfigurationProperty(name);
			if (property != null) {
				return property.getValue() instanceof CharSequence text
						&& this.environment.resolvePlaceholders(text.toString()).isBlank();
			}
		}
		return false;
	}

}
