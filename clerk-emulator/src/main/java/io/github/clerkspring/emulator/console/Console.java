package io.github.clerkspring.emulator.console;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.emulator.store.ApiException;

/**
 * Answers browsers at the root and below {@code /console}, which Clerk does not use.
 */
public final class Console {

	private static final String PREFIX = "console";

	private static final Map<String, String> RESOURCES = Map.of("console.css", "text/css; charset=utf-8", "console.js",
			"text/javascript; charset=utf-8", "icon.svg", "image/svg+xml");

	private final Map<String, Page> pages = new HashMap<>();

	/**
	 * Creates the console.
	 * @param api the operations of the Backend API
	 * @param control the operations of the control
	 */
	public Console(Operations api, Operations control) {
		RequestPage requests = new RequestPage(control);
		OverviewPage overview = new OverviewPage(api, control, requests);
		this.pages.put("", overview);
		this.pages.put("reset", overview);
		this.pages.put("users", new UserPages(api));
		this.pages.put("organizations", new OrganizationPages(api));
		this.pages.put("memberships", new MembershipPage(api));
		this.pages.put("sessions", new SessionPage(api));
		this.pages.put("tokens", new TokenPage(api, control));
		this.pages.put("webhooks", new WebhookPage(api, control));
		this.pages.put("requests", requests);
	}

	/**
	 * Whether a path belongs to the console.
	 * @param path the segments of the path
	 * @return true if so
	 */
	public static boolean serves(List<String> path) {
		return path.equals(List.of("")) || path.get(0).equals(PREFIX);
	}

	/**
	 * Answers a request of an authorized caller.
	 * @param request the request
	 * @return the response
	 */
	public ConsoleReply answer(ConsoleRequest request) {
		String name = (request.path().size() > 1) ? request.path().get(1) : "";
		try {
			return switch (request.method()) {
				case "GET", "HEAD" -> (RESOURCES.containsKey(name)) ? resource(name) : page(name).show(request);
				case "POST" -> submit(name, request);
				default -> throw new ApiException(405, "method_not_allowed", "Method not allowed",
						"The console answers GET, HEAD and POST.");
			};
		}
		catch (ApiException ex) {
			return Frame.around(ex.status(), "", "That did not work", Widgets.error(ex));
		}
	}

	private ConsoleReply submit(String name, ConsoleRequest request) {
		if (!request.sameOrigin()) {
			throw ApiException.forbidden("foreign_page", "Only a page of the console itself may send its forms.");
		}
		return page(name).submit(request);
	}

	private Page page(String name) {
		@Nullable Page page = this.pages.get(name);
		if (page == null) {
			throw new ApiException(404, "resource_not_found", "Not found", "The console has no such page.");
		}
		return page;
	}

	private static ConsoleReply resource(String name) {
		return ConsoleReply.resource(name, RESOURCES.getOrDefault(name, ""));
	}

}
