package io.github.clerkspring.boot;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Supplier of a bean that may be lazy, which does not create the bean. Reports on the
 * bean use it, so that applications that do not use the bean do not need its
 * configuration. Not intended for use by applications.
 *
 * @param <T> the type of the bean
 */
public final class BeanInUse<T> implements Supplier<@Nullable T> {

	private final ConfigurableListableBeanFactory beanFactory;

	private final Class<T> type;

	/**
	 * Create a supplier.
	 * @param beanFactory the bean factory
	 * @param type the type of the bean
	 */
	public BeanInUse(ConfigurableListableBeanFactory beanFactory, Class<T> type) {
		this.beanFactory = beanFactory;
		this.type = type;
	}

	/**
	 * Return the bean.
	 * @return the bean, or {@code null} if it has not been created yet
	 */
	@Override
	public @Nullable T get() {
		for (String name : this.beanFactory.getBeanNamesForType(this.type, true, false)) {
			if (this.beanFactory.containsSingleton(name)) {
				return this.beanFactory.getBean(name, this.type);
			}
		}
		return null;
	}

}
