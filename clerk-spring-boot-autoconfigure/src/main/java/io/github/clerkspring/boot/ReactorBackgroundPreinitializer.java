package io.github.clerkspring.boot;

import org.springframework.boot.autoconfigure.preinitialize.BackgroundPreinitializer;
import org.springframework.util.ClassUtils;

/**
 * Loads {@code Flux} and {@code Mono}, whose verification loads about 280 classes, in the
 * background. Spring MVC needs them at startup once Reactor is on the class path.
 */
final class ReactorBackgroundPreinitializer implements BackgroundPreinitializer {

	@Override
	public void preinitialize() throws ClassNotFoundException {
		ClassLoader classLoader = ClassUtils.getDefaultClassLoader();
		Class.forName("reactor.core.publisher.Flux", true, classLoader);
		Class.forName("reactor.core.publisher.Mono", true, classLoader);
	}

}
