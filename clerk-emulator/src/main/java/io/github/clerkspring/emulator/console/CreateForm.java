package io.github.clerkspring.emulator.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A form that creates a resource. It is open on an empty page.
 *
 * @param path the address of the page that receives the form
 * @param title the heading
 * @param fields the fields
 */
record CreateForm(String path, String title, List<Field> fields) {

	/**
	 * Draws the form.
	 * @param request the request, with the values that were filled in
	 * @param suggestions suggests values
	 * @param open whether the form is open at first
	 * @return the form
	 */
	Html draw(ConsoleRequest request, Suggestions suggestions, boolean open) {
		return Html.of("""
				<details class="create"{}><summary>{}</summary>
				<form method="post" action="{}">
				<div class="pair">{}</div>
				<button>Create</button>
				</form></details>""", (open) ? Html.of(" open") : Html.NONE, this.title, this.path,
				Html.join(this.fields.stream().map((field) -> field.draw(request, suggestions.of(field.name())))));
	}

	/**
	 * Reads the form.
	 * @param request the request
	 * @return the values that were filled in
	 */
	Map<String, Object> values(ConsoleRequest request) {
		Map<String, Object> values = new LinkedHashMap<>();
		for (Field field : this.fields) {
			String value = request.text(field.name());
			if (!value.isEmpty()) {
				values.put(field.name(), value);
			}
		}
		return values;
	}

}
