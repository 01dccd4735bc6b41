package io.github.clerkspring.client.http;

import java.util.Map;

/** Request attributes that describe the operation. */
final class OperationAttributes {

	static final String OPERATION = OperationAttributes.class.getName() + ".operation";

	static final String NONE = "none";

	private OperationAttributes() {
	}

	static String operation(Map<String, Object> attributes) {
		return (attributes.get(OPERATION) instanceof String operation) ? operation : NONE;
	}

}
