package io.github.clerkspring.webhook.signature;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Headers of a webhook that are covered by its signature. They are either the three
 * headers of Svix or the three headers of Standard Webhooks, but never a mixture.
 *
 * @param id the id of the message, which is the same for all retries
 * @param timestamp the time of the attempt in seconds since the epoch, exactly as
 * received
 * @param signature the signatures, separated by spaces
 */
public record WebhookHeaders(String id, String timestamp, String signature) {

	private static final List<String> FAMILIES = List.of("svix-", "webhook-");

	private static final Pattern ID = Pattern.compile("[!-~]{1,255}");

	private static final Pattern TIMESTAMP = Pattern.compile("[0-9]{1,15}");

	/**
	 * Read the headers of a request.
	 * @param headers the function that returns all values of a header, which are empty or
	 * {@code null} if it is missing
	 * @return the headers
	 * @throws InvalidWebhookException if a header is missing or has an invalid value
	 */
	public static WebhookHeaders from(Function<String, ? extends @Nullable List<String>> headers) {
		return FAMILIES.stream()
			.flatMap((family) -> read(family, headers))
			.findFirst()
			.orElseThrow(() -> new InvalidWebhookException(WebhookRejection.INVALID_HEADERS))
			.validate();
	}

	private static Stream<WebhookHeaders> read(String family,
			Function<String, ? extends @Nullable List<String>> headers) {
		String id = single(headers.apply(family + "id"));
		String timestamp = single(headers.apply(family + "timestamp"));
		String signature = single(headers.apply(family + "signature"));
		return (id != null && timestamp != null && signature != null)
				? Stream.of(new WebhookHeaders(id, timestamp, signature)) : Stream.empty();
	}

	private static @Nullable String single(@Nullable List<String> values) {
		return (values != null && values.size() == 1) ? values.get(0) : null;
	}

	private WebhookHeaders validate() {
		if (!ID.matcher(this.id).matches()) {
			throw new InvalidWebhookException(WebhookRejection.INVALID_ID);
		}
		if (!TIMESTAMP.matcher(this.timestamp).matches()) {
			throw new InvalidWebhookException(WebhookRejection.INVALID_TIMESTAMP);
		}
		return this;
	}

	long seconds() {
		return Long.parseLong(this.timestamp);
	}

	@Override
	public String toString() {
		return "WebhookHeaders[" + this.id + "]";
	}

}
