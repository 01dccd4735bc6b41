package io.github.clerkspring.emulator.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.PrematureChannelClosureException;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.github.clerkspring.emulator.store.ApiException;

/**
 * Answers the requests of one connection in their order.
 */
final class HttpExchange extends SimpleChannelInboundHandler<FullHttpRequest> {

	private static final Logger logger = LoggerFactory.getLogger(HttpExchange.class);

	private static final ApiException UNREADABLE = ApiException.badRequest("request_invalid",
			"The request is malformed: its target, its query, a header or a form.");

	private static final ApiException FAILED = new ApiException(500, "internal_clerk_error",
			"Oops, an unexpected error occurred", "The emulator failed; see its log.");

	/**
	 * Keep pages of other origins from embedding or reading a response, and a browser
	 * that shows one from running it in the origin of the emulator. The console has its
	 * own policy.
	 */
	private static final Map<String, String> ISOLATION = Map.of("X-Content-Type-Options", "nosniff",
			"Content-Security-Policy",
			"sandbox; default-src 'none'; script-src 'none'; base-uri 'none'; frame-ancestors 'none'",
			"Cross-Origin-Resource-Policy", "same-origin", "X-Frame-Options", "DENY", "Referrer-Policy", "no-referrer");

	private final Function<HttpCall, HttpAnswer> endpoint;

	private final Queue<Pending> pending = new ArrayDeque<>();

	HttpExchange(Function<HttpCall, HttpAnswer> endpoint) {
		this.endpoint = endpoint;
	}

	@Override
	protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
		Pending response = new Pending(answer(context, request));
		this.pending.add(response);
		Duration delay = response.answer.delay();
		if (delay.isZero()) {
			complete(context, response);
		}
		else {
			context.executor().schedule(() -> complete(context, response), delay.toNanos(), TimeUnit.NANOSECONDS);
		}
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
		if (cause instanceof IOException || cause instanceof PrematureChannelClosureException) {
			logger.debug("The connection was closed", cause);
		}
		else {
			logger.error("The emulator failed", cause);
		}
		context.close();
	}

	private HttpAnswer answer(ChannelHandlerContext context, FullHttpRequest request) {
		try {
			if (request.decoderResult().isFailure()) {
				throw new IllegalArgumentException(request.decoderResult().cause());
			}
			InetSocketAddress caller = (InetSocketAddress) context.channel().remoteAddress();
			return this.endpoint.apply(new HttpCall(request.method().name(), RequestTarget.parse(request.uri()),
					request.headers(), ByteBufUtil.getBytes(request.content()), caller.getAddress().getHostAddress()));
		}
		catch (IllegalArgumentException ex) {
			HttpAnswer answer = HttpAnswer.of(ApiDispatcher.Reply.error(UNREADABLE, "emulated"));
			// Where the next request would begin is not known
			answer.headers().put("Connection", "close");
			return answer;
		}
		catch (RuntimeException ex) {
			logger.error("The emulator failed at " + request.method() + " " + request.uri().replaceFirst("\\?.*", ""),
					ex);
			return HttpAnswer.of(ApiDispatcher.Reply.error(FAILED, "emulated"));
		}
	}

	// A client may send requests without waiting for responses, which follow in their
	// order
	private void complete(ChannelHandlerContext context, Pending response) {
		response.complete = true;
		while (!this.pending.isEmpty() && this.pending.element().complete) {
			write(context, this.pending.remove().answer);
		}
	}

	private static void write(ChannelHandlerContext context, HttpAnswer answer) {
		if (answer.status() == HttpAnswer.NONE) {
			context.close();
		}
		else if (answer.length() > answer.body().length) {
			context.write(head(new DefaultHttpResponse(HttpVersion.HTTP_1_1, status(answer)), answer));
			context.writeAndFlush(new DefaultHttpContent(Unpooled.wrappedBuffer(answer.body())))
				.addListener(ChannelFutureListener.CLOSE);
		}
		else {
			context.writeAndFlush(head(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status(answer),
					Unpooled.wrappedBuffer(answer.body())), answer));
		}
	}

	private static HttpResponse head(HttpResponse response, HttpAnswer answer) {
		ISOLATION.forEach(response.headers()::set);
		answer.headers().forEach(response.headers()::set);
		response.headers().set(HttpHeaderNames.CONTENT_LENGTH, answer.length());
		return response;
	}

	private static HttpResponseStatus status(HttpAnswer answer) {
		return HttpResponseStatus.valueOf(answer.status());
	}

	private static final class Pending {

		private final HttpAnswer answer;

		private boolean complete;

		Pending(HttpAnswer answer) {
			this.answer = answer;
		}

	}

}
