package io.github.clerkspring.sample.machine.orders;

import java.util.List;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import io.github.clerkspring.security.ClerkMachine;
import io.github.clerkspring.security.CurrentMachine;

/**
 * One path for each type of token.
 */
@RestController
class OrdersController {

	@GetMapping("/orders")
	List<String> orders(@CurrentMachine ClerkMachine machine) {
		return List.of("first order for " + machine.subject(), "second order for " + machine.subject());
	}

	@GetMapping("/export")
	String export(@CurrentMachine ClerkMachine apiKey) {
		return "orders of " + apiKey.userId();
	}

	@GetMapping("/invoices")
	String invoices(@CurrentMachine ClerkMachine client) {
		return "invoices of " + client.userId() + " for " + client.clientId();
	}

}
