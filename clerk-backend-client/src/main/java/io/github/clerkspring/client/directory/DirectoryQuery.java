package io.github.clerkspring.client.directory;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.PageQuery;

/**
 * Which page of the directories.
 */
public final class DirectoryQuery extends PageQuery<DirectoryQuery> {

	private DirectoryQuery(Map<String, @Nullable Object> fields) {
		super(fields, DirectoryQuery::new);
	}

	/**
	 * Begin with the first page.
	 * @return the query
	 */
	public static DirectoryQuery create() {
		return new DirectoryQuery(Map.of());
	}

}
