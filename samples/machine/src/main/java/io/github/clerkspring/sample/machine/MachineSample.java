package io.github.clerkspring.sample.machine;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.StringUtils;

import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.client.core.ClerkSecretKey;
import io.github.clerkspring.client.core.Secret;
import io.github.clerkspring.sample.machine.orders.OrdersApplication;
import io.github.clerkspring.sample.machine.shop.ShopApplication;

/**
 * Starts both services, with an emulated Clerk if no secret key is in the environment.
 */
public final class MachineSample {

	private MachineSample() {
	}

	public static void main(String[] args) {
		String secretKey = System.getenv("CLERK_SECRET_KEY");
		if (StringUtils.hasText(secretKey)) {
			start(machines(ClerkBackendClient.builder(ClerkSecretKey.valueOf(secretKey))));
			return;
		}
		EmulatedInstance clerk = new EmulatedInstance();
		start(machines(clerk), clerk.arguments());
		clerk.printRequests();
	}

	private static void start(Machines machines, String... arguments) {
		start(OrdersApplication.class, "orders", machines.orders(), arguments);
		start(ShopApplication.class, "shop", machines.shop(), arguments);
	}

	static ConfigurableApplicationContext start(Class<?> application, String name, Secret machineSecretKey,
			String... arguments) {
		return new SpringApplicationBuilder(application).main(application)
			.properties("spring.config.name=" + name, "clerk.machine-secret-key=" + machineSecretKey.value())
			.run(arguments);
	}

	static Machines machines(EmulatedInstance clerk) {
		return machines(ClerkBackendClient.builder(ClerkSecretKey.valueOf(clerk.secretKey())).apiUrl(clerk.apiUrl()));
	}

	private static Machines machines(ClerkBackendClient.Builder builder) {
		try (ClerkBackendClient clerk = builder.build()) {
			return Machines.of(clerk);
		}
	}

}
