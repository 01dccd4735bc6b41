package io.github.clerkspring.client.http;

import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.ClientRequestObservationContext;
import org.springframework.web.reactive.function.client.DefaultClientRequestObservationConvention;

import io.github.clerkspring.client.core.ClerkApiError;
import io.github.clerkspring.client.core.ClerkApiException;

/**
 * Convention for the observation {@code clerk.client.requests} of a call. All its key
 * values have low cardinality: the operation, its path template without the query, the
 * status, and the first error code if it is a known one.
 */
class ClerkRequestObservationConvention extends DefaultClientRequestObservationConvention {

	private static final Set<String> KNOWN_CODES = Set.of("clerk_key_invalid", "resource_not_found",
			"resource_forbidden", "authorization_invalid", "authentication_invalid", "too_many_requests",
			"form_identifier_exists", "form_param_missing", "form_param_unknown", "form_param_invalid",
			"form_param_format_invalid", "form_param_value_invalid", "form_param_nil",
			"form_param_exceeds_allowed_size", "form_password_pwned", "form_password_length_too_short",
			"form_password_incorrect", "duplicate_record", "request_body_invalid", "request_invalid_for_environment",
			"organization_quota_exceeded", "already_a_member_in_organization", "unsupported_subscription_plan_features",
			"session_not_found", "internal_clerk_error");

	private static final Set<String> METHODS = Arrays.stream(HttpMethod.values())
		.map(HttpMethod::name)
		.collect(Collectors.toUnmodifiableSet());

	private static final Pattern NOT_THE_PATH = Pattern.compile("^[a-zA-Z]+://[^/?]*|\\?.*$");

	private static final String OTHER = "other";

	ClerkRequestObservationConvention() {
		super("clerk.client.requests");
	}

	@Override
	public String getContextualName(ClientRequestObservationContext context) {
		String operation = operation(context);
		return OperationAttributes.NONE.equals(operation) ? "clerk" : "clerk " + operation;
	}

	@Override
	public KeyValues getLowCardinalityKeyValues(ClientRequestObservationContext context) {
		return KeyValues.of(KeyValue.of("operation", operation(context)), method(context), uri(context),
				status(context), outcome(context), KeyValue.of("error.code", errorCode(context.getError())));
	}

	@Override
	public KeyValues getHighCardinalityKeyValues(ClientRequestObservationContext context) {
		String traceId = (context.getError() instanceof ClerkApiException ex) ? ex.traceId() : null;
		return KeyValues.of("clerk.trace.id", (traceId != null) ? traceId : KeyValue.NONE_VALUE);
	}

	@Override
	protected KeyValue method(ClientRequestObservationContext context) {
		KeyValue method = super.method(context);
		return METHODS.contains(method.getValue()) ? method : KeyValue.of("method", OTHER);
	}

	@Override
	protected KeyValue uri(ClientRequestObservationContext context) {
		String template = context.getUriTemplate();
		return KeyValue.of("uri", (template == null || OperationAttributes.NONE.equals(operation(context)))
				? KeyValue.NONE_VALUE : NOT_THE_PATH.matcher(template).replaceAll(""));
	}

	@Override
	protected KeyValue status(ClientRequestObservationContext context) {
		HttpStatus status = lastStatus(context);
		return KeyValue.of("status", (status != null) ? Integer.toString(status.value())
				: isUnanswered(context) ? KeyValue.NONE_VALUE : OTHER);
	}

	@Override
	protected KeyValue outcome(ClientRequestObservationContext context) {
		HttpStatus status = lastStatus(context);
		if (status == null) {
			return KeyValue.of("outcome", "UNKNOWN");
		}
		return KeyValue.of("outcome", status.is2xxSuccessful() ? "SUCCESS" : status.series().name());
	}

	private static @Nullable HttpStatus lastStatus(ClientRequestObservationContext context) {
		if (context.getError() instanceof ClerkApiException ex) {
			return HttpStatus.resolve(ex.status());
		}
		// The response belongs to an earlier attempt if the last one had none
		return (isUnanswered(context) || context.getResponse() == null) ? null
				: HttpStatus.resolve(context.getResponse().statusCode().value());
	}

	private static boolean isUnanswered(ClientRequestObservationContext context) {
		return context.isAborted() || (context.getError() != null && !(context.getError() instanceof ClerkApiException))
				|| (context.getError() == null && context.getResponse() == null);
	}

	private static String operation(ClientRequestObservationContext context) {
		return (context.getRequest() != null) ? OperationAttributes.operation(context.getRequest().attributes())
				: OperationAttributes.NONE;
	}

	private static String errorCode(@Nullable Throwable error) {
		if (!(error instanceof ClerkApiException ex)) {
			return KeyValue.NONE_VALUE;
		}
		String code = ex.errors().stream().map(ClerkApiError::code).filter(Objects::nonNull).findFirst().orElse(null);
		return (code != null && KNOWN_CODES.contains(code)) ? code : OTHER;
	}

}
