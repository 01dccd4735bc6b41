package io.github.clerkspring.boot.security.authorization;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AliasFor;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.github.clerkspring.security.ClerkRequirement;
import io.github.clerkspring.security.Reverification;
import io.github.clerkspring.security.authorization.RequiresReverification;
import io.github.clerkspring.security.authorization.RequiresRole;

/**
 * Other ways in which methods are secured.
 */
@Configuration(proxyBeanMethods = false)
@Import({ FormsController.Annotated.class, FormsController.Expressions.class, FormsController.Paths.class,
		FormsController.Service.class })
class FormsController {

	@Bean
	ClerkRequirement payment() {
		return ClerkRequirement.create().role("org:admin").reverification(Reverification.STRICT);
	}

	@Retention(RetentionPolicy.RUNTIME)
	@RequiresRole("org:admin")
	@RequestMapping(method = RequestMethod.GET)
	@interface AdminGet {

		@AliasFor(annotation = RequestMapping.class, attribute = "path")
		String[] value();

	}

	@Retention(RetentionPolicy.RUNTIME)
	@RequiresRole
	@interface Role {

		@AliasFor(annotation = RequiresRole.class, attribute = "role")
		String value();

	}

	@RestController
	@RequestMapping("/annotated")
	@RequiresRole("org:admin")
	static class Annotated {

		@GetMapping("/type")
		Mono<String> type() {
			return Mono.just("ok");
		}

		@GetMapping("/replaced")
		@RequiresReverification(afterMinutes = 1440)
		Mono<String> replaced() {
			return Mono.just("ok");
		}

	}

	@RestController
	@RequestMapping("/forms")
	static class Expressions {

		private final Contract service;

		Expressions(Contract service) {
			this.service = service;
		}

		@AdminGet("/composed")
		Mono<String> composed() {
			return Mono.just("ok");
		}

		@GetMapping("/aliased")
		@Role("org:admin")
		Mono<String> aliased() {
			return Mono.just("ok");
		}

		@GetMapping("/flux")
		@RequiresRole("org:admin")
		Flux<Integer> flux() {
			return Flux.just(1, 2);
		}

		@GetMapping("/interface")
		Mono<String> contract() {
			return this.service.work();
		}

		@GetMapping("/role")
		@PreAuthorize("hasRole('org:admin')")
		Mono<String> role() {
			return Mono.just("ok");
		}

		@GetMapping("/authority")
		@PreAuthorize("hasAuthority('org:invoices:read')")
		Mono<String> authority() {
			return Mono.just("ok");
		}

		@GetMapping("/principal")
		@PreAuthorize("principal.hasRole('org:admin') and principal.hasPlan('org:pro')")
		Mono<String> principal() {
			return Mono.just("ok");
		}

		@GetMapping("/has")
		@PreAuthorize("@clerkAuthorization.has(authentication, @payment)")
		Mono<String> has() {
			return Mono.just("ok");
		}

		@GetMapping("/organization/{organizationId}")
		@PreAuthorize("@clerkAuthorization.organization(authentication, #organizationId)")
		Mono<String> organization(@PathVariable String organizationId) {
			return Mono.just("ok");
		}

		@GetMapping("/own")
		@PreAuthorize("@clerkAuthorization.notImpersonated(authentication)")
		Mono<String> own() {
			return Mono.just("ok");
		}

		@GetMapping("/done")
		@PreAuthorize("@clerkAuthorization.notPending(authentication)")
		Mono<String> done() {
			return Mono.just("ok");
		}

	}

	@RestController
	static class Paths {

		@GetMapping({ "/organizations/{organizationId}/invoices", "/misspelt/{organization}", "/all", "/own", "/done" })
		Mono<String> ok() {
			return Mono.just("ok");
		}

	}

	interface Contract {

		@RequiresRole("org:admin")
		Mono<String> work();

	}

	static class Service implements Contract {

		@Override
		public Mono<String> work() {
			return Mono.just("ok");
		}

	}

}
