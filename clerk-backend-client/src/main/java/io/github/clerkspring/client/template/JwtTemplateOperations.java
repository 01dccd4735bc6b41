package io.github.clerkspring.client.template;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PatchExchange;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.github.clerkspring.client.core.DeletedObject;
import io.github.clerkspring.client.core.Page;
import io.github.clerkspring.client.core.Pages;

/**
 * Operations on JWT templates. See
 * <a href="https://clerk.com/docs/reference/backend-api/tag/JWT-Templates">Clerk's
 * reference</a>.
 */
public interface JwtTemplateOperations {

	/** Fetch one page of the JWT templates: {@code GET /jwt_templates}. */
	@GetExchange("/jwt_templates")
	Mono<Page<JwtTemplate>> list(TemplateQuery query);

	/** Fetch all JWT templates, page by page on demand. */
	default Flux<JwtTemplate> stream(TemplateQuery query) {
		return Pages.stream(query.paginated(true), this::list);
	}

	/** Create a JWT template: {@code POST /jwt_templates}. */
	@PostExchange("/jwt_templates")
	Mono<JwtTemplate> create(@RequestBody JwtTemplateRequest request);

	/** Fetch a JWT template: {@code GET /jwt_templates/{templateId}}. */
	@GetExchange("/jwt_templates/{templateId}")
	Mono<JwtTemplate> get(@PathVariable String templateId);

	/** Update a JWT template: {@code PATCH /jwt_templates/{templateId}}. */
	@PatchExchange("/jwt_templates/{templateId}")
	Mono<JwtTemplate> update(@PathVariable String templateId, @RequestBody JwtTemplateRequest request);

	/** Delete a JWT template: {@code DELETE /jwt_templates/{templateId}}. */
	@DeleteExchange("/jwt_templates/{templateId}")
	Mono<DeletedObject> delete(@PathVariable String templateId);

}
