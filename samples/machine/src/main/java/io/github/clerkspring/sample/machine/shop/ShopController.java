package io.github.clerkspring.sample.machine.shop;

import java.util.List;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import io.github.clerkspring.security.ClerkSession;
import io.github.clerkspring.security.CurrentSession;

/**
 * Shop of a signed-in user.
 */
@RestController
class ShopController {

	private final Orders orders;

	ShopController(Orders orders) {
		this.orders = orders;
	}

	@GetMapping("/shop")
	Shop shop(@CurrentSession ClerkSession session) {
		return new Shop(session.userId(), this.orders.list());
	}

	record Shop(String userId, List<String> orders) {

	}

}
