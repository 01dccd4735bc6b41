package io.github.clerkspring.emulator.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;

import io.github.clerkspring.emulator.store.ApiException;

/**
 * Collects the bodies of requests, and refuses larger ones in the form of Clerk's errors.
 */
final class BodyLimit extends HttpObjectAggregator {

	private final int maximum;

	BodyLimit(int maximum) {
		super(maximum);
		this.maximum = maximum;
	}

	// A client that waits for 100 may not read the body of another response
	@Override
	protected Object newContinueResponse(HttpMessage start, int maximum, ChannelPipeline pipeline) {
		return super.newContinueResponse(start, Integer.MAX_VALUE, pipeline);
	}

	// The rest of the body is discarded, so that the client can send it and read the
	// response
	@Override
	protected void handleOversizedMessage(ChannelHandlerContext context, HttpMessage oversized) {
		context.writeAndFlush(refusal());
	}

	private FullHttpResponse refusal() {
		ApiException error = new ApiException(413, "request_body_too_large", "Request body too large",
				"The body of a request can have at most " + this.maximum / (1024 * 1024) + " MB.");
		FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1,
				HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE,
				Unpooled.wrappedBuffer(ApiDispatcher.Reply.error(error, "emulated").body()));
		response.headers().set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_JSON);
		response.headers().set(HttpHeaderNames.CONTENT_LENGTH, response.content().readableBytes());
		return response;
	}

}
