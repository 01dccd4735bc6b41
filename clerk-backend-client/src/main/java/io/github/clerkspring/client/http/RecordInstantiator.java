package io.github.clerkspring.client.http;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;

import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.SettableBeanProperty;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.bean.PropertyValueBuffer;

/**
 * Calls the constructor of a record through a method handle that accepts an array.
 * Jackson adapts its handle to the number of arguments in every call.
 */
@SuppressWarnings("serial")
final class RecordInstantiator extends ValueInstantiator.Delegating {

	private static final MethodType ARRAY_TO_OBJECT = MethodType.methodType(Object.class, Object[].class);

	private final MethodHandle constructor;

	private RecordInstantiator(MethodHandle constructor, ValueInstantiator delegate) {
		super(delegate);
		this.constructor = constructor;
	}

	/**
	 * Return an instantiator that calls the constructor, or the delegate if it is not
	 * accessible.
	 */
	static ValueInstantiator of(Constructor<?> constructor, ValueInstantiator delegate) {
		try {
			MethodHandle handle = MethodHandles.lookup().unreflectConstructor(constructor);
			return new RecordInstantiator(
					handle.asSpreader(Object[].class, constructor.getParameterCount()).asType(ARRAY_TO_OBJECT),
					delegate);
		}
		catch (IllegalAccessException ex) {
			return delegate;
		}
	}

	@Override
	public Object createFromObjectWith(DeserializationContext context, SettableBeanProperty[] properties,
			PropertyValueBuffer values) {
		return createFromObjectWith(context, values.getParameters(context, properties));
	}

	@Override
	public Object createFromObjectWith(DeserializationContext context, Object[] arguments) {
		try {
			return (Object) this.constructor.invokeExact(arguments);
		}
		catch (Error ex) {
			throw ex;
		}
		catch (Throwable ex) {
			// The delegate fails as well, with the description of Jackson
			return super.createFromObjectWith(context, arguments);
		}
	}

}
