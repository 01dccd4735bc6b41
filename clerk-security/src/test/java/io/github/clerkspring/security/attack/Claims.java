package io.github.clerkspring.security.attack;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * JSON object whose members are raw JSON, so that anything can be written.
 */
public final class Claims {

	private final Map<String, String> members = new LinkedHashMap<>();

	public static Claims header() {
		return new Claims().set("alg", "\"RS256\"")
			.set("kid", "\"ins_a\"")
			.set("typ", "\"JWT\"")
			.set("cat", "\"cl_B7d4PD111AAA\"");
	}

	public static Claims payload() {
		return new Claims().set("azp", "\"" + TestInstance.PARTY + "\"")
			.set("exp", Long.toString(TestClock.NOW + 60))
			.set("iat", Long.toString(TestClock.NOW))
			.set("iss", "\"" + TestInstance.ISSUER + "\"")
			.set("nbf", Long.toString(TestClock.NOW - 10))
			.set("sid", "\"sess_1\"")
			.set("sub", "\"user_1\"");
	}

	public Claims set(String name, String json) {
		this.members.put(name, json);
		return this;
	}

	public Claims without(String name) {
		this.members.remove(name);
		return this;
	}

	/**
	 * Write the object, with something of its own before the end.
	 * @param more members that may be there already
	 * @return JSON
	 */
	public String with(String more) {
		String json = toString();
		return json.substring(0, json.length() - 1) + "," + more + "}";
	}

	@Override
	public String toString() {
		return this.members.entrySet()
			.stream()
			.map((member) -> "\"" + member.getKey() + "\":" + member.getValue())
			.collect(Collectors.joining(",", "{", "}"));
	}

}
