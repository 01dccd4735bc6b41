package io.github.clerkspring.benchmark.comparison;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * {@link StubServer} in a process of its own, so that its work is not measured.
 *
 * @param process the process
 * @param url the URL of the server
 */
record StubServerProcess(Process process, String url) implements AutoCloseable {

	static StubServerProcess start(String keySet) throws IOException {
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
				System.getProperty("java.class.path"), StubServer.class.getName(), keySet)
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
		BufferedReader output = new BufferedReader(
				new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
		return new StubServerProcess(process, "http://127.0.0.1:" + output.readLine());
	}

	String slowUrl() {
		return this.url + "/slow";
	}

	@Override
	public void close() {
		this.process.destroy();
	}

}
