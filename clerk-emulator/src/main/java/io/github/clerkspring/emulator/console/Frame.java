package io.github.clerkspring.emulator.console;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The frame around each page.
 */
final class Frame {

	static final String ROOT = "/console";

	private static final Map<String, String> PAGES = new LinkedHashMap<>();
	static {
		PAGES.put("/", "Overview");
		PAGES.put(ROOT + "/users", "Users");
		PAGES.put(ROOT + "/organizations", "Organizations");
		PAGES.put(ROOT + "/memberships", "Memberships");
		PAGES.put(ROOT + "/sessions", "Sessions");
		PAGES.put(ROOT + "/tokens", "Tokens");
		PAGES.put(ROOT + "/webhooks", "Webhooks");
		PAGES.put(ROOT + "/requests", "Requests");
	}

	private Frame() {
	}

	/**
	 * Puts the frame around a page.
	 * @param status the status of the answer
	 * @param current the address of the page in the navigation
	 * @param title the heading
	 * @param content the rest
	 * @return the response
	 */
	static ConsoleReply around(int status, String current, String title, Html content) {
		return ConsoleReply.html(status, Html.of("""
				<!DOCTYPE html>
				<html lang="en">
				<head>
				<meta charset="utf-8">
				<title>{} – Clerk emulator</title>
				<meta name="viewport" content="width=device-width">
				<meta name="color-scheme" content="light dark">
				<link rel="icon" href="/console/icon.svg" type="image/svg+xml">
				<link rel="stylesheet" href="/console/console.css">
				<script src="/console/console.js" defer></script>
				</head>
				<body>
				<a class="skip" href="#main">Skip to the content</a>
				<header>
				<a class="brand" href="/"><img src="/console/icon.svg" alt="" width="24" height="24">Clerk emulator</a>
				<nav aria-label="Pages"><ul>
				{}
				</ul></nav>
				</header>
				<main id="main" tabindex="-1">
				<h1>{}</h1>
				{}
				</main>
				<p id="news" class="unseen" role="status" aria-live="polite"></p>
				</body>
				</html>
				""", title, navigation(current), title, content));
	}

	static ConsoleReply around(String current, String title, Html content) {
		return around(200, current, title, content);
	}

	private static Html navigation(String current) {
		return Html.join(PAGES.entrySet()
			.stream()
			.map((page) -> Html.of("<li><a href=\"{}\"{}>{}</a></li>", page.getKey(),
					(page.getKey().equals(current)) ? Html.of(" aria-current=\"page\"") : Html.NONE, page.getValue())));
	}

}
