package io.github.clerkspring.sample.machine.shop;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.service.registry.ImportHttpServices;

/**
 * Service that users call with session tokens.
 */
@SpringBootApplication
@ImportHttpServices(group = "orders", types = Orders.class)
public class ShopApplication {

}
