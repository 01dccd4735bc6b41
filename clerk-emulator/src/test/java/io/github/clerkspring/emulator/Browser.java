package io.github.clerkspring.emulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Sends what a browser sends, any {@code Host} and {@code Origin} included, which Java's
 * client does not let through.
 */
public final class Browser {

	private final URI address;

	private final Map<String, String> headers = new LinkedHashMap<>();

	public Browser(ClerkEmulator clerk) {
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
	public Browser with(String name, String value) {
		this.headers.put(name, value);
		return this;
	}

	public Browser fromItsOwnPage() {
		return with("Origin", this.address.toString());
	}

	public Answer get(String path) {
		return send("GET", path, "");
	}

	public Answer post(String path, String form) {
		return with("Content-Type", "application/x-www-form-urlencoded").send("POST", path, form);
	}

	public Answer send(String method, String path, String body) {
		StringBuilder request = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
		with("Content-Length", String.valueOf(body.length()));
		this.headers.forEach((name, value) -> request.append(name + ": " + value + "\r\n"));
		try (Socket socket = new Socket(this.address.getHost(), this.address.getPort())) {
			socket.setSoTimeout(20_000);
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
	 *
	 * @param status the status
	 * @param head the status line and the headers
	 * @param body the body
	 */
	public record Answer(int status, String head, String body) {

		public String header(String name) {
			return this.head.lines()
				.filter((line) -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ": "))
				.map((line) -> line.substring(name.length() + 2))
				.findFirst()
				.orElse("");
		}

	}

}
