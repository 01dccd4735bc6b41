package io.github.clerkspring.boot.security;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;
import org.springframework.util.ObjectUtils;
import org.springframework.util.StringUtils;

import io.github.clerkspring.boot.ClerkConfigurationException;

/**
 * Rejects Spring Boot's properties for resource servers, which have no effect in
 * combination with Clerk's decoder.
 */
final class ResourceServerProperties {

	private static final String PREFIX = "spring.security.oauth2.resourceserver";

	private static final boolean PRESENT = ClassUtils.isPresent(
			"org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties",
			ResourceServerProperties.class.getClassLoader());

	private ResourceServerProperties() {
	}

	static void refuse(Environment environment) {
		if (PRESENT) {
			FirstProperty first = new FirstProperty();
			Binder.get(environment).bind(PREFIX, Bindable.of(OAuth2ResourceServerProperties.class), first);
			if (first.name != null) {
				refuse(first.name);
			}
		}
	}

	private static void refuse(String property) {
		throw new ClerkConfigurationException(
				"'%s' is set, but Clerk verifies the tokens of this application.".formatted(property), """
						Clerk's decoder would win and the property would be without effect. Remove '%s', \
						or keep it and set 'clerk.enabled' to false, \
						or define a decoder bean of your own, which always wins.""".formatted(property));
	}

	/**
	 * Records the first property that has a value.
	 */
	private static final class FirstProperty implements BindHandler {

		private @Nullable String name;

		@Override
		public @Nullable Object onSuccess(ConfigurationPropertyName name, Bindable<?> target, BindContext context,
				Object result) {
			ConfigurationProperty property = context.getConfigurationProperty();
			if (this.name == null && property != null && hasValue(property, result)) {
				this.name = ((name.isLastElementIndexed()) ? name.getParent() : name).toString();
			}
			return result;
		}

		private static boolean hasValue(ConfigurationProperty property, Object result) {
			Object text = (result instanceof CharSequence) ? result : property.getValue();
			return !ObjectUtils.isEmpty(result) && StringUtils.hasText(String.valueOf(text));
		}

	}

}
