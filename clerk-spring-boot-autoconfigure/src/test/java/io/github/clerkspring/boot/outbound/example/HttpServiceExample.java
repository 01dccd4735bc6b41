package io.github.clerkspring.boot.outbound.example;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.registry.ImportHttpServices;

@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "orders", types = HttpServiceExample.Orders.class)
@ImportHttpServices(group = "profiles", types = HttpServiceExample.Profiles.class)
public class HttpServiceExample {

	public interface Orders {

		@GetExchange("/orders")
		String list();

	}

	public interface Profiles {

		@GetExchange("/profiles")
		String list();

	}

}
