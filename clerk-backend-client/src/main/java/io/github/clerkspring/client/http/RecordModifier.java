package io.github.clerkspring.client.http;

import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.deser.BeanDeserializerBuilder;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.introspect.AnnotatedConstructor;

/**
 * Makes the deserialization of records cheaper: unknown properties are skipped where they
 * would be buffered only to be ignored, constructors are called through prepared handles,
 * and parsers know the names of properties.
 */
class RecordModifier extends ValueDeserializerModifier {

	private static final long serialVersionUID = 1L;

	@SuppressWarnings("serial")
	private final ResponseJsonFactory factory;

	RecordModifier(ResponseJsonFactory factory) {
		this.factory = factory;
	}

	@Override
	public BeanDeserializerBuilder updateBuilder(DeserializationConfig config, BeanDescription.Supplier description,
			BeanDeserializerBuilder builder) {
		this.factory.addNames(names(builder));
		if (!config.isEnabled(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES) && builder.getAnySetter() == null) {
			builder.setIgnoreUnknownProperties(true);
		}
		if (description.getType().isRecordType()
				&& builder.getValueInstantiator().getWithArgsCreator() instanceof AnnotatedConstructor creator) {
			Constructor<?> constructor = creator.getAnnotated();
			builder.setValueInstantiator(RecordInstantiator.of(constructor, builder.getValueInstantiator()));
		}
		return builder;
	}

	private static List<String> names(BeanDeserializerBuilder builder) {
		List<String> names = new ArrayList<>();
		builder.getProperties().forEachRemaining((property) -> names.add(property.getName()));
		return names;
	}

}
