package io.github.clerkspring.client.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ImmutableValueTests {

	@Test
	void copiesEveryLevel() {
		List<Object> inner = new ArrayList<>(Arrays.asList(1, null, new Object[] { "a", new int[] { 1, 2 } }));
		Map<String, Object> outer = new HashMap<>(Map.of("inner", inner, "text", new StringBuilder("a")));
		Object copy = ImmutableValue.copyOf("field", outer);
		inner.clear();
		((StringBuilder) outer.get("text")).append("b");
		outer.clear();
		assertThat(copy).isEqualTo(Map.of("inner", Arrays.asList(1, null, List.of("a", List.of(1, 2))), "text", "a"));
	}

	@Test
	void copiesDatesAndTrees() {
		Date date = new Date(1);
		ObjectNode node = new JsonMapper().createObjectNode().put("a", 1);
		Object dateCopy = ImmutableValue.copyOf("field", date);
		Object nodeCopy = ImmutableValue.copyOf("field", List.of(node));
		date.setTime(2);
		node.removeAll();
		assertThat(dateCopy).isEqualTo(new Date(1));
		assertThat(nodeCopy).hasToString("[{\"a\":1}]");
	}

	@Test
	void refusesRecursiveValues() {
		List<Object> list = new ArrayList<>();
		list.add(list);
		assertThatIllegalArgumentException().isThrownBy(() -> ImmutableValue.copyOf("metadata", list))
			.withMessage("metadata must not be nested deeper than 600 levels");
	}

	@Test
	void refusesNullKeys() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> ImmutableValue.copyOf("metadata", Collections.singletonMap(null, 1)))
			.withMessage("metadata must not contain a null key");
	}

}
