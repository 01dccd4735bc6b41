package io.github.clerkspring.sample.machine.shop;

import java.util.List;

import org.springframework.web.service.annotation.GetExchange;

/**
 * Orders service. Its group is called with a machine-to-machine token.
 */
interface Orders {

	@GetExchange("/orders")
	List<String> list();

}
