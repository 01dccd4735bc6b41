package io.github.clerkspring.emulator.engine;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.emulator.store.ApiException;

/**
 * A form with files.
 *
 * @param fields the texts by name
 * @param files the files by name
 */
public record Upload(Map<String, String> fields, Map<String, byte[]> files) {

	private static final int MAXIMUM_IMAGE = 10 * 1024 * 1024;

	private static final Pattern IMAGE = Pattern
		.compile("\\xff\\xd8\\xff.*|\\x89PNG\r\n\\x1a\n.*|GIF8[79]a.*|RIFF.{4}WEBP.*", Pattern.DOTALL);

	/** The bytes that determine the type of an image. */
	private static final int HEAD = 12;

	/**
	 * A text of the form.
	 * @param name the field
	 * @return the text, or null if absent
	 */
	public @Nullable String text(String name) {
		return this.fields.get(name);
	}

	/**
	 * Checks that a file is an image: JPEG, PNG, GIF or WebP by its first bytes, of at
	 * most 10 MB.
	 * @param name the field
	 * @param tooLarge the status of the response to larger images
	 * @throws ApiException if the file is missing or not such an image
	 */
	public void requireImage(String name, int tooLarge) {
		byte[] file = this.files.get(name);
		if (file == null) {
			throw refused(400, "form_param_missing", name, "Image file missing",
					"There was no image file present in the request");
		}
		if (file.length > MAXIMUM_IMAGE) {
			throw refused(tooLarge, "image_too_large", name, "Image too large", "An image can have at most 10 MB.");
		}
		String head = new String(file, 0, Math.min(HEAD, file.length), StandardCharsets.ISO_8859_1);
		if (!IMAGE.matcher(head).matches()) {
			throw refused(400, "image_type_not_supported", name, "Image type not supported",
					"The image must be of type image/jpeg, image/png, image/gif or image/webp.");
		}
	}

	private static ApiException refused(int status, String code, String name, String message, String longMessage) {
		return new ApiException(status, code, message, longMessage, Map.of("param_name", name));
	}

}
