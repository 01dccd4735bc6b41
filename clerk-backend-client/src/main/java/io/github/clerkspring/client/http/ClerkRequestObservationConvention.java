package io.github.clerkspring.client.http;

import java.util.Set;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.ClientRequestObservationContext;
import org.springframework.web.reactive.function.client.DefaultClientRequestObservationConvention;

import io.github.clerkspring.client.core.ClerkApiError;
import io.github.clerkspring.client.core.ClerkApiException;

/**
 * Names the observation of a call {@code clerk.client.requests}. All its key values come
 * from closed sets: the operation, its path template without the query, the status, and
 * the first of Clerk's error codes if it is a known one.
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
				KeyValue.of("status", status(context.getError(), super.status(context).getValue())),
				KeyValue.of("outcome", outcome(context.getError(), super.outcome(context).getValue())),
				KeyValue.of("error.code", errorCode(context.getError())));
	}

	@Override
	public KeyValues getHighCardinalityKeyValues(ClientRequestObservationContext context) {
		String traceId = (context.getError() instanceof ClerkApiException ex) ? ex.traceId() : null;
		return KeyValues.of("clerk.trace.id", (traceId != null) ? traceId : KeyValue.NONE_VALUE);
	}

	@Override
	protected KeyValue uri(ClientRequestObservationContext context) {
		String template = context.getUriTemplate();
		if (template == null || OperationAttributes.NONE.equals(operation(context))) {
			return KeyValue.of("uri", KeyValue.NONE_VALUE);
		}
		int query = template.indexOf('?');
		return KeyValue.of("uri", (query >= 0) ? template.substring(0, query) : template);
	}

	private static String operation(ClientRequestObservationContext context) {
		return (context.getRequest() != null) ? OperationAttributes.operation(context.getRequest().attributes())
				: OperationAttributes.NONE;
	}

	private static String status(@Nullable Throwable error, String otherwise) {
		return (error instanceof ClerkApiException ex) ? Integer.toString(ex.status()) : otherwise;
	}

	private static String outcome(@Nullable Throwable error, String otherwise) {
		HttpStatus.Series series = (error instanceof ClerkApiException ex) ? HttpStatus.Series.resolve(ex.status())
				: null;
		return (series != null) ? series.name() : otherwise;
	}

	private static String errorCode(@Nullable Throwable error) {
		if (!(error instanceof ClerkApiException ex)) {
			return KeyValue.NONE_VALUE;
		}
		String code = ex.errors().stream().map(ClerkApiError::code).findFirst().orElse(null);
		return (code != null && KNOWN_CODES.contains(code)) ? code : "other";
	}

}
