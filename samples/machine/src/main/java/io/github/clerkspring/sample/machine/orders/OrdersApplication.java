package io.github.clerkspring.sample.machine.orders;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Service that machines, holders of API keys and OAuth applications call.
 */
@SpringBootApplication
public class OrdersApplication {

}
