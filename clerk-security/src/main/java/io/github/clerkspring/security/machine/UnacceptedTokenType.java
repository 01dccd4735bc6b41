package io.github.clerkspring.security.machine;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

import io.github.clerkspring.security.ClerkTokenType;

/**
 * Factory for exceptions about tokens of a type that an application or an endpoint does
 * not accept.
 */
public final class UnacceptedTokenType {

	private UnacceptedTokenType() {
	}

	/**
	 * Return an exception whose message, which callers receive, names the type.
	 * @param type the type of the token
	 * @param cause the cause, or {@code null}
	 * @return the exception
	 */
	public static InvalidBearerTokenException exception(ClerkTokenType type, @Nullable Throwable cause) {
		String message = "The token type " + type.value() + " is not accepted";
		return (cause != null) ? new InvalidBearerTokenException(message, cause)
				: new InvalidBearerTokenException(message);
	}

	/**
	 * Describe the rejection of a token by an application that accepts session tokens
	 * only.
	 * @param token the token
	 * @param exception the exception of its verification as a session token
	 * @return an exception that names the type of a machine token, or the given exception
	 */
	public static InvalidBearerTokenException explain(String token, InvalidBearerTokenException exception) {
		ClerkTokenType type = TokenTypeReader.read(token);
		return (type != ClerkTokenType.SESSION) ? exception(type, exception.getCause()) : exception;
	}

}
