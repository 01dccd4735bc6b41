package io.github.clerkspring.emulator.engine;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A form with files.
 *
 * @param fields the texts by name
 * @param files the sizes of the files in bytes, by name
 */
public record Upload(Map<String, String> fields, Map<String, Long> files) {

	/**
	 * A text of the form.
	 * @param name the field
	 * @return the text, or null if absent
	 */
	public @Nullable String text(String name) {
		return this.fields.get(name);
	}

	/**
	 * The size of a file that must be there.
	 * @param name the field
	 * @return the size in bytes
	 * @throws ApiException if there is no file
	 */
	public long requiredFile(String name) {
		Long size = this.files.get(name);
		if (size == null) {
			throw new ApiException(400, "form_param_missing", "Image file missing",
					"There was no image file present in the request");
		}
		return size;
	}

}
