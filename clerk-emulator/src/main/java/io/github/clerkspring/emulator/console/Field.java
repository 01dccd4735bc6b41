package io.github.clerkspring.emulator.console;

import java.util.Map;

/**
 * A field of a form.
 *
 * @param name its name
 * @param label the label
 * @param hint the hint
 * @param required whether a value is required
 * @param choices the permitted values, by value, or an empty map for any value
 */
record Field(String name, String label, String hint, boolean required, Map<String, String> choices) {

	static Field text(String name, String label, String hint) {
		return new Field(name, label, hint, false, Map.of());
	}

	static Field required(String name, String label, String hint) {
		return new Field(name, label, hint, true, Map.of());
	}

	static Field choice(String name, String label, Map<String, String> choices) {
		return new Field(name, label, "", true, choices);
	}

	/**
	 * Draws the field.
	 * @param request the request, with the values filled in
	 * @param suggestions suggested values with their meaning
	 * @return the label with the input
	 */
	Html draw(ConsoleRequest request, Map<String, String> suggestions) {
		String value = request.text(this.name);
		Html input = (this.choices.isEmpty()) ? input(value, suggestions) : Html
			.of("<select id=\"{}\" name=\"{}\">{}</select>", this.name, this.name, options(this.choices, value));
		return Html.of("<div><label for=\"{}\">{} <span class=\"hint\">{}</span></label>{}</div>", this.name,
				this.label, this.hint, input);
	}

	private Html input(String value, Map<String, String> suggestions) {
		Html required = (this.required) ? Html.of(" required") : Html.NONE;
		Html list = (suggestions.isEmpty()) ? Html.NONE : Html.of(" list=\"{}-list\"", this.name);
		Html datalist = (suggestions.isEmpty()) ? Html.NONE
				: Html.of("<datalist id=\"{}-list\">{}</datalist>", this.name, options(suggestions, ""));
		return Html.of("<input id=\"{}\" name=\"{}\" value=\"{}\" autocomplete=\"off\" spellcheck=\"false\"{}{}>{}",
				this.name, this.name, value, required, list, datalist);
	}

	private static Html options(Map<String, String> options, String selected) {
		return Html.join(options.entrySet()
			.stream()
			.map((option) -> Html.of("<option value=\"{}\"{}>{}</option>", option.getKey(),
					(option.getKey().equals(selected)) ? Html.of(" selected") : Html.NONE, option.getValue())));
	}

}
