package io.github.clerkspring.client.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Collects where client and specification differ, by family, and lets pass what is
 * different on purpose.
 */
final class Findings {

	private final Map<String, String> exceptions;

	private final Set<String> used = new TreeSet<>();

	private final Map<String, Set<String>> byFamily = new TreeMap<>();

	/**
	 * Create an empty collection.
	 * @param exceptions the reasons of what is different on purpose, by subject
	 */
	Findings(Map<String, String> exceptions) {
		this.exceptions = exceptions;
	}

	/**
	 * Add a difference.
	 * @param family whose it is
	 * @param subject what differs, which an exception can name
	 * @param message how it differs
	 */
	void add(String family, String subject, String message) {
		if (this.exceptions.containsKey(subject)) {
			this.used.add(subject);
		}
		else {
			this.byFamily.computeIfAbsent(family, (key) -> new TreeSet<>()).add(subject + ": " + message);
		}
	}

	/**
	 * Return what is left, exceptions that nothing needs included.
	 */
	Map<String, Set<String>> open() {
		Map<String, Set<String>> open = new LinkedHashMap<>(this.byFamily);
		Set<String> unused = new TreeSet<>(this.exceptions.keySet());
		unused.removeAll(this.used);
		if (!unused.isEmpty() && System.getProperty(Families.PROPERTY) == null) {
			open.put("exceptions that nothing needs", unused);
		}
		return open;
	}

	/**
	 * Return the exceptions that were needed, each with its reason.
	 */
	List<String> exceptions() {
		List<String> lines = new ArrayList<>();
		this.used.forEach((subject) -> lines.add(subject + " (" + this.exceptions.get(subject) + ")"));
		return lines;
	}

	/**
	 * Tell whether something is different on purpose.
	 */
	boolean isException(String subject) {
		return this.exceptions.containsKey(subject);
	}

	/**
	 * Return everything as text that can be worked off.
	 */
	String report() {
		StringBuilder report = new StringBuilder();
		open().forEach((family, differences) -> {
			report.append(System.lineSeparator()).append(family).append(": ").append(differences.size());
			differences.forEach((line) -> report.append(System.lineSeparator()).append("  ").append(line));
		});
		return report.toString();
	}

}
