package io.github.clerkspring.emulator.http;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;

import io.github.clerkspring.emulator.engine.Upload;
import io.github.clerkspring.emulator.store.ApiException;

/**
 * Reads forms with files. The files themselves are not kept.
 */
final class FormReader {

	private FormReader() {
	}

	static Upload read(String contentType, byte[] content) {
		FullHttpRequest request = new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/",
				Unpooled.wrappedBuffer(content));
		request.headers().set(HttpHeaderNames.CONTENT_TYPE, contentType);
		HttpPostRequestDecoder decoder = decoder(request, contentType);
		try {
			Map<String, String> fields = new HashMap<>();
			Map<String, byte[]> files = new HashMap<>();
			for (InterfaceHttpData part : decoder.getBodyHttpDatas()) {
				if (part instanceof FileUpload file) {
					files.put(file.getName(), file.get());
				}
				else if (part instanceof Attribute attribute) {
					fields.put(attribute.getName(), attribute.getValue());
				}
			}
			return new Upload(fields, files);
		}
		catch (IOException | HttpPostRequestDecoder.ErrorDataDecoderException ex) {
			throw unsupported(contentType);
		}
		finally {
			decoder.destroy();
		}
	}

	private static HttpPostRequestDecoder decoder(FullHttpRequest request, String contentType) {
		if (!contentType.startsWith("multipart/form-data")) {
			throw unsupported(contentType);
		}
		try {
			return new HttpPostRequestDecoder(new DefaultHttpDataFactory(false), request);
		}
		catch (HttpPostRequestDecoder.ErrorDataDecoderException ex) {
			throw unsupported(contentType);
		}
	}

	private static ApiException unsupported(String contentType) {
		return new ApiException(415, "unsupported_content_type", "Content-Type is unsupported",
				"Content-Type " + contentType + " is unsupported. You should use multipart/form-data instead.");
	}

}
