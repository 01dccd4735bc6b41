package io.github.clerkspring.client.instance;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.github.clerkspring.client.core.BodyField;
import io.github.clerkspring.client.core.DeletedObject;
import io.github.clerkspring.client.core.OptionalPageQuery;
import io.github.clerkspring.client.core.Page;
import io.github.clerkspring.client.core.Pages;

/**
 * Operations on redirect URLs of native applications. See
 * <a href="https://clerk.com/docs/reference/backend-api/tag/Redirect-URLs">Clerk's
 * reference</a>.
 */
public interface RedirectUrlOperations {

	/** Fetch all redirect URLs, or one page of them: {@code GET /redirect_urls}. */
	@GetExchange("/redirect_urls")
	Mono<Page<RedirectUrl>> list(OptionalPageQuery query);

	/** Fetch all redirect URLs, page by page on demand. */
	default Flux<RedirectUrl> stream(OptionalPageQuery query) {
		return Pages.stream(query.paginated(true), this::list);
	}

	/** Add a redirect URL: {@code POST /redirect_urls}. */
	@PostExchange("/redirect_urls")
	Mono<RedirectUrl> create(@BodyField String url);

	/** Fetch a redirect URL: {@code GET /redirect_urls/{id}}. */
	@GetExchange("/redirect_urls/{id}")
	Mono<RedirectUrl> get(@PathVariable String id);

	/** Delete a redirect URL: {@code DELETE /redirect_urls/{id}}. */
	@DeleteExchange("/redirect_urls/{id}")
	Mono<DeletedObject> delete(@PathVariable String id);

}
