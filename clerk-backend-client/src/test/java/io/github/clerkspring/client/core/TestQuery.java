package io.github.clerkspring.client.core;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Query of a list of numbers. */
final class TestQuery extends PageQuery<TestQuery> {

	private TestQuery(Map<String, @Nullable Object> fields) {
		super(fields, TestQuery::new);
	}

	static TestQuery create() {
		return new TestQuery(Map.of());
	}

	TestQuery after(Integer item) {
		return set("starting_after", item);
	}

}
