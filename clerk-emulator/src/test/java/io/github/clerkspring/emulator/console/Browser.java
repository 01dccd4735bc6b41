package io.github.clerkspring.emulator.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import io.github.clerkspring.emulator.ClerkEmulator;

/**
 * Sends what a browser sends, any {@code Host} and {@code Origin} included, which Java's
 * client does not let through.
 */
final class Browser {

	private final URI address;

	private final Map<String, String> headers = new LinkedHashMap<>();

	Browser(ClerkEmulator clerk) {
		this.address = URI.create(clerk.baseUrl());
		this.headers.put("Host", this.address.getAuthority());
		this.headers.put("Connection", "close");
	}

	/**
	 * Sets a header.
	 * @param name the name
	 * @param value the value
	 * @return this browser
	 */
	Browser with(String name, String value) {
		this.headers.put(name, value);
		return this;
	}

	Browser fromItsOwnPage() {
		return with("Origin", this.address.toString());
	}

	Answer get(String path) {
		return send("GET", path, "");
	}

	Answer post(String path, String form) {
		return with("Content-Type", "application/x-www-form-urlencoded").send("POST", path, form);
	}

	Answer send(String method, String path, String body) {
		StringBuilder request = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
		with("Content-Length", String.valueOf(body.length()));
		this.headers.forEach((name, value) -> request.append(name + ": " + value + "\r\n"));
		try (Socket socket = new Socket(this.address.getHost(), this.address.getPort())) {
			socket.getOutputStream().write(request.append("\r\n" + body).toString().getBytes(StandardCharsets.UTF_8));
			String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			String[] parts = answer.split("\r\n\r\n", 2);
			return new Answer(Integer.parseInt(parts[0].split(" ")[1]), parts[0], parts[1]);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * What came back.
	 */
	record Answer(int status, String head, String body) {

		String header(String name) {
			return this.head.lines()
				.filter((line) -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ": "))
				.map((line) -> line.substring(name.length() + 2))
				.findFirst()
				.orElse("");
		}

	}

}
