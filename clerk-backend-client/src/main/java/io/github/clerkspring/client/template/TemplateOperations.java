package io.github.clerkspring.client.template;

import java.util.Map;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.github.clerkspring.client.core.BodyField;
import io.github.clerkspring.client.core.Page;
import io.github.clerkspring.client.core.Pages;

/** Operations on email and SMS templates. Clerk has deprecated all of them. */
public interface TemplateOperations {

	/**
	 * Fetch one page of the templates of type {@code email} or {@code sms}: {@code GET
	 * /templates/{templateType}}.
	 * @deprecated edit the templates in Clerk's dashboard
	 */
	@Deprecated
	@GetExchange("/templates/{templateType}")
	Mono<Page<Template>> list(@PathVariable String templateType, TemplateQuery query);

	/**
	 * Fetch all templates of type {@code email} or {@code sms}, page by page on demand.
	 * @deprecated edit the templates in Clerk's dashboard
	 */
	@Deprecated
	default Flux<Template> stream(String templateType, TemplateQuery query) {
		return Pages.stream(query.paginated(true), (page) -> list(templateType, page));
	}

	/**
	 * Fetch a template by its slug: {@code GET /templates/{templateType}/{slug}}.
	 * @deprecated edit the templates in Clerk's dashboard
	 */
	@Deprecated
	@GetExchange("/templates/{templateType}/{slug}")
	Mono<Template> get(@PathVariable String templateType, @PathVariable String slug);

	/**
	 * Update a template by its slug: {@code PUT /templates/{templateType}/{slug}}.
	 * @deprecated edit the templates in Clerk's dashboard
	 */
	@Deprecated
	@PutExchange("/templates/{templateType}/{slug}")
	Mono<Template> upsert(@PathVariable String templateType, @PathVariable String slug,
			@RequestBody UpsertTemplateRequest request);

	/**
	 * Preview a template: {@code POST /templates/{templateType}/{slug}/preview}.
	 * @deprecated edit the templates in Clerk's dashboard
	 */
	@Deprecated
	@PostExchange("/templates/{templateType}/{slug}/preview")
	Mono<Map<String, Object>> preview(@PathVariable String templateType, @PathVariable String slug,
			@RequestBody PreviewTemplateRequest request);

	/**
	 * Revert a template to Clerk's default: {@code POST
	 * /templates/{templateType}/{slug}/revert}.
	 * @deprecated edit the templates in Clerk's dashboard
	 */
	@Deprecated
	@PostExchange("/templates/{templateType}/{slug}/revert")
	Mono<Template> revert(@PathVariable String templateType, @PathVariable String slug);

	/**
	 * Set whether Clerk delivers the messages, or the application on a webhook:
	 * {@code POST /templates/{templateType}/{slug}/toggle_delivery}.
	 * @deprecated edit the templates in Clerk's dashboard
	 */
	@Deprecated
	@PostExchange("/templates/{templateType}/{slug}/toggle_delivery")
	Mono<Template> toggleDelivery(@PathVariable String templateType, @PathVariable String slug,
			@BodyField boolean deliveredByClerk);

}
