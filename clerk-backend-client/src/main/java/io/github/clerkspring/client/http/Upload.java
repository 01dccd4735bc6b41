package io.github.clerkspring.client.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * Content of a file to upload. It always has a file name, as servers treat a part without
 * one as text. The extension of the name matches the image format and determines the
 * media type of the part.
 */
final class Upload extends ByteArrayResource {

	private static final int MAX_SIZE = 10 * 1024 * 1024;

	private final String filename;

	private Upload(byte[] content, String filename) {
		super(content);
		this.filename = filename;
	}

	/**
	 * Read a resource.
	 * @param name the name of the part, also used for a resource without a file name
	 * @param resource the resource
	 */
	static Upload of(String name, Resource resource) {
		byte[] content = read(name, resource);
		String filename = StringUtils.hasText(resource.getFilename()) ? clean(resource.getFilename()) : name;
		String format = format(content);
		return new Upload(content, (format != null) ? withExtension(filename, format) : filename);
	}

	private static byte[] read(String name, Resource resource) {
		try (InputStream in = resource.getInputStream()) {
			byte[] content = in.readNBytes(MAX_SIZE + 1);
			Assert.isTrue(content.length <= MAX_SIZE, () -> name + " must not be larger than 10 MB");
			return content;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(name + " cannot be read", ex);
		}
	}

	private static String clean(String filename) {
		return filename.replaceAll("[\\p{Cntrl}\"\\\\/]", "_");
	}

	private static @Nullable String format(byte[] content) {
		String head = new String(content, 0, Math.min(content.length, 12), StandardCharsets.ISO_8859_1);
		if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
			return "png";
		}
		if (head.startsWith("\u00ff\u00d8\u00ff")) {
			return "jpeg";
		}
		if (head.startsWith("GIF87a") || head.startsWith("GIF89a")) {
			return "gif";
		}
		return (head.startsWith("RIFF") && head.endsWith("WEBP")) ? "webp" : null;
	}

	private static String withExtension(String filename, String format) {
		MediaType type = new MediaType("image", format);
		boolean fits = MediaTypeFactory.getMediaType(filename).filter(type::equals).isPresent();
		return fits ? filename : StringUtils.stripFilenameExtension(filename) + "." + format;
	}

	@Override
	public String getFilename() {
		return this.filename;
	}

}
