package io.github.clerkspring.test.webhook;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

import io.github.clerkspring.test.autoconfigure.AutoConfigureClerkEmulator;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, classes = AbstractWebhookTesterTests.Application.class,
		properties = { "spring.main.web-application-type=reactive", "spring.webflux.base-path=/shop" })
@AutoConfigureClerkEmulator
class WebhookTesterTests extends AbstractWebhookTesterTests {

}
