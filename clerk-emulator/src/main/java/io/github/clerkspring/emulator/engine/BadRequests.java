package io.github.clerkspring.emulator.engine;

/**
 * What is special about the operations on API keys, M2M tokens, access tokens and tokens
 * of the admin portal: they answer 400 where the rest of the Backend API answers 422.
 */
public final class BadRequests {

	private static final int UNPROCESSABLE = 422;

	private BadRequests() {
	}

	public static Route instead(Route route) {
		Handler handler = route.handler();
		return new Route(route.method(), route.template(), route.status(), route.mediaType(), route.access(),
				(tx, call) -> {
					try {
						return handler.handle(tx, call);
					}
					catch (ApiException ex) {
						throw (ex.status() == UNPROCESSABLE) ? ex.withStatus(400) : ex;
					}
				});
	}

}
