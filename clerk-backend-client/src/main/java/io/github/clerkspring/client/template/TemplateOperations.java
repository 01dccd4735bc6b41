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

/** Templates of emails and text messages. Clerk has deprecated all of them. */
public interface TemplateOperations {

	/**
	 * Fetch one page of {@code email} or {@code sms}: {@code GET
	 * /templates/{templateType}}.
	 * @deprecated edit the templates in Clerk's dashboard
	 */
	@Deprecated
	@GetExchange("/templates/{templateType}")
	Mono<Page<Template>> list(@PathVariable String templateType, TemplateQuery query);

	/**
	 * Read all templates of {@code email} or {@code sms}.
	 * @deprecated edit the templates in Clerk's dashboard
	 */
	@Deprecated
	default Flux<Template> stream(String templateType, TemplateQuery query) {
		return Pages.stream(query.paginated(true), (page) -> list(templateType, page));
	}

	/**
	 * Fetch one by its slug: {@code GET /templates/{templateType}/{slug}}.
	 * @deprecated edit the templates in Clerk's dashboard
	 */
	@Deprecated
	@GetExchange("/templates/{templateType}/{slug}")
	Mono<Template> get(@PathVariable String templateType, @PathVariable String slug);

	/**
	 * Change one by its slug: {@code PUT /templates/{templateType}/{slug}}.
	 * @deprecated edit the templates in Clerk's dashboard
	 */
	@Deprecated
	@PutExchange("/templates/{templateType}/{slug}")
	Mono<Template> upsert(@PathVariable String templateType, @PathVariable String slug,
			@RequestBody UpsertTemplateRequest request);

	/**
	 * Preview a message: {@code POST /templates/{templateType}/{slug}/preview}.
	 * @deprecated edit the templates in Clerk's dashboard
	 */
	@Deprecated
	@PostExchange("/templates/{templateType}/{slug}/preview")
	Mono<Map<String, Object>> preview(@PathVariable String templateType, @PathVariable String slug,
			@RequestBody PreviewTemplateRequest request);

	/**
	 * Undo all changes: {@code POST /templates/{templateType}/{slug}/revert}.
	 * @deprecated edit the templates in Clerk's dashboard
	 */
	@Deprecated
	@PostExchange("/templates/{templateType}/{slug}/revert")
	Mono<Template> revert(@PathVariable String templateType, @PathVariable String slug);

	/**
	 * Let Clerk send the messages, or the application on a webhook: {@code POST
	 * /templates/{templateType}/{slug}/toggle_delivery}.
	 * @deprecated edit the templates in Clerk's dashboard
	 */
	@Deprecated
	@PostExchange("/templates/{templateType}/{slug}/toggle_delivery")
	Mono<Template> toggleDelivery(@PathVariable String templateType, @PathVariable String slug,
			@BodyField boolean deliveredByClerk);

}
