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

/**
 * Templates of emails and text messages. Clerk has deprecated all of them.
 */
public interface TemplateOperations {

	/**
	 * Fetch one page of the templates: {@code GET /templates/{template_type}}.
	 * @param templateType {@code email} or {@code sms}
	 * @param query which part
	 * @return the page
	 * @deprecated edit the templates in Clerk's dashboard
	 */
	@Deprecated
	@GetExchange("/templates/{templateType}")
	Mono<Page<Template>> list(@PathVariable String templateType, TemplateQuery query);

	/**
	 * Read all templates, page by page as the subscriber asks for them.
	 * @param templateType {@code email} or {@code sms}
	 * @param query where to begin, and how many a page
	 * @return the templates
	 * @deprecated edit the templates in Clerk's dashboard
	 */
	@Deprecated
	default Flux<Template> stream(String templateType, TemplateQuery query) {
		return Pages.stream(query.paginated(true), (page) -> list(templateType, page));
	}

	/**
	 * Fetch a template: {@code GET /templates/{template_type}/{slug}}.
	 * @param templateType {@code email} or {@code sms}
	 * @param slug the name of the template in paths
	 * @return the template
	 * @deprecated edit the templates in Clerk's dashboard
	 */
	@Deprecated
	@GetExchange("/templates/{templateType}/{slug}")
	Mono<Template> get(@PathVariable String templateType, @PathVariable String slug);

	/**
	 * Change a template: {@code PUT /templates/{template_type}/{slug}}.
	 * @param templateType {@code email} or {@code sms}
	 * @param slug the name of the template in paths
	 * @param request the template as it is to be
	 * @return the changed template
	 * @deprecated edit the templates in Clerk's dashboard
	 */
	@Deprecated
	@PutExchange("/templates/{templateType}/{slug}")
	Mono<Template> upsert(@PathVariable String templateType, @PathVariable String slug,
			@RequestBody UpsertTemplateRequest request);

	/**
	 * Look at what a template would become: {@code POST
	 * /templates/{template_type}/{slug}/preview}.
	 * @param templateType {@code email} or {@code sms}
	 * @param slug the name of the template in paths
	 * @param request the text to look at
	 * @return the message as Clerk would send it
	 * @deprecated edit the templates in Clerk's dashboard
	 */
	@Deprecated
	@PostExchange("/templates/{templateType}/{slug}/preview")
	Mono<Map<String, Object>> preview(@PathVariable String templateType, @PathVariable String slug,
			@RequestBody PreviewTemplateRequest request);

	/**
	 * Give up all changes of a template: {@code POST
	 * /templates/{template_type}/{slug}/revert}.
	 * @param templateType {@code email} or {@code sms}
	 * @param slug the name of the template in paths
	 * @return the template as Clerk delivers it
	 * @deprecated edit the templates in Clerk's dashboard
	 */
	@Deprecated
	@PostExchange("/templates/{templateType}/{slug}/revert")
	Mono<Template> revert(@PathVariable String templateType, @PathVariable String slug);

	/**
	 * Choose who sends the messages: {@code POST
	 * /templates/{template_type}/{slug}/toggle_delivery}.
	 * @param templateType {@code email} or {@code sms}
	 * @param slug the name of the template in paths
	 * @param deliveredByClerk whether Clerk does, or the application on a webhook
	 * @return the template
	 * @deprecated edit the templates in Clerk's dashboard
	 */
	@Deprecated
	@PostExchange("/templates/{templateType}/{slug}/toggle_delivery")
	Mono<Template> toggleDelivery(@PathVariable String templateType, @PathVariable String slug,
			@BodyField boolean deliveredByClerk);

}
