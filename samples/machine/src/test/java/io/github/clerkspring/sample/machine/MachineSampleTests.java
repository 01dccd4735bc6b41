package io.github.clerkspring.sample.machine;

import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.servlet.client.RestTestClient;

import io.github.clerkspring.sample.machine.orders.OrdersApplication;
import io.github.clerkspring.sample.machine.shop.ShopApplication;

import static org.assertj.core.api.Assertions.assertThat;

class MachineSampleTests {

	private static final EmulatedInstance CLERK = new EmulatedInstance();

	private static ConfigurableApplicationContext orders;

	private static ConfigurableApplicationContext shop;

	@BeforeAll
	static void start() {
		Machines machines = MachineSample.machines(CLERK);
		orders = MachineSample.start(OrdersApplication.class, "orders", machines.orders(), arguments());
		shop = MachineSample.start(ShopApplication.class, "shop", machines.shop(),
				arguments("--spring.http.serviceclient.orders.base-url=" + url(orders)));
	}

	@AfterAll
	static void stop() {
		shop.close();
		orders.close();
		CLERK.close();
	}

	@Test
	void shopCallsOrdersWithMachineToken() {
		get(shop, "/shop", CLERK.sessionToken()).expectStatus()
			.isOk()
			.expectBody(String.class)
			.value((body) -> assertThat(body).contains("user_", "first order for mch_"));
	}

	@Test
	void machinesAreCreatedOnce() {
		assertThat(MachineSample.machines(CLERK)).isEqualTo(MachineSample.machines(CLERK));
	}

	@Test
	void shopRequiresSession() {
		get(shop, "/shop", CLERK.apiKey()).expectStatus().isUnauthorized();
	}

	@Test
	void ordersAreForMachines() {
		for (String token : new String[] { CLERK.sessionToken(), CLERK.apiKey(), CLERK.accessToken("invoices:read") }) {
			get(orders, "/orders", token).expectStatus().isUnauthorized();
		}
	}

	@Test
	void exportIsForApiKeys() {
		get(orders, "/export", CLERK.apiKey()).expectStatus().isOk();
		get(orders, "/export", CLERK.accessToken("invoices:read")).expectStatus().isUnauthorized();
	}

	@Test
	void invoicesRequireScope() {
		get(orders, "/invoices", CLERK.accessToken("invoices:read")).expectStatus().isOk();
		get(orders, "/invoices", CLERK.accessToken("profile")).expectStatus().isForbidden();
		get(orders, "/invoices", CLERK.apiKey()).expectStatus().isUnauthorized();
	}

	private static RestTestClient.ResponseSpec get(ConfigurableApplicationContext application, String path,
			String token) {
		return RestTestClient.bindToServer()
			.baseUrl(url(application))
			.build()
			.get()
			.uri(path)
			.headers((headers) -> headers.setBearerAuth(token))
			.exchange();
	}

	private static String url(ConfigurableApplicationContext application) {
		return "http://localhost:" + application.getEnvironment().getProperty("local.server.port");
	}

	private static String[] arguments(String... more) {
		return Stream.of(CLERK.arguments(), more, new String[] { "--server.port=0" })
			.flatMap(Stream::of)
			.toArray(String[]::new);
	}

}
