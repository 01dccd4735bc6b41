package io.github.clerkspring.emulator.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.function.Function;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpServerKeepAliveHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;

/**
 * HTTP server. It loads few classes for a fast start: plain Netty takes half the time of
 * Reactor Netty, and Netty's default allocator would delay the first response by the same
 * time again.
 */
public final class HttpListener implements AutoCloseable {

	private static final int MAXIMUM_BODY = 16 * 1024 * 1024;

	/** A request for a list may contain 100 ids. */
	private static final int MAXIMUM_HEAD = 64 * 1024;

	private static final int BACKLOG = 1024;

	/** The threads, daemons all, serve the emulators of the process together. */
	private static final EventLoopGroup LOOPS = new MultiThreadIoEventLoopGroup(4,
			new DefaultThreadFactory("clerk-emulator", true), NioIoHandler.newFactory());

	private final ChannelGroup channels = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);

	private final Channel channel;

	private HttpListener(String host, int port, Function<HttpCall, HttpAnswer> endpoint) {
		this.channel = bind(host, port, endpoint);
		this.channels.add(this.channel);
	}

	/**
	 * Begins to listen.
	 * @param host the name or address of the interface
	 * @param port the port, or 0 for a free one
	 * @param endpoint answers requests
	 * @return the listener
	 * @throws UncheckedIOException if the port is taken or the interface does not exist
	 */
	public static HttpListener open(String host, int port, Function<HttpCall, HttpAnswer> endpoint) {
		return new HttpListener(host, port, endpoint);
	}

	/**
	 * Where it listens.
	 * @return the address without trailing slash; the loopback one if it listens on all
	 * interfaces
	 */
	public String url() {
		InetSocketAddress address = (InetSocketAddress) this.channel.localAddress();
		String host = (address.getAddress().isAnyLocalAddress()) ? "127.0.0.1" : address.getHostString();
		return "http://" + ((host.contains(":")) ? "[" + host + "]" : host) + ":" + address.getPort();
	}

	/**
	 * Waits until the listener is closed.
	 */
	public void awaitClose() {
		this.channel.closeFuture().awaitUninterruptibly();
	}

	/**
	 * Listens no longer and closes all connections.
	 */
	@Override
	public void close() {
		this.channels.close().awaitUninterruptibly();
	}

	private Channel bind(String host, int port, Function<HttpCall, HttpAnswer> endpoint) {
		ChannelFuture bound = new ServerBootstrap().group(LOOPS)
			.channel(NioServerSocketChannel.class)
			.option(ChannelOption.SO_BACKLOG, BACKLOG)
			.childOption(ChannelOption.ALLOCATOR, UnpooledByteBufAllocator.DEFAULT)
			.childHandler(new ChannelInitializer<SocketChannel>() {

				@Override
				protected void initChannel(SocketChannel connection) {
					connect(connection, endpoint);
				}

			})
			.bind(host, port)
			.awaitUninterruptibly();
		if (!bound.isSuccess()) {
			Throwable cause = bound.cause();
			throw new UncheckedIOException("Cannot listen at " + host + ":" + port,
					(cause instanceof IOException ex) ? ex : new IOException(cause));
		}
		return bound.channel();
	}

	private void connect(Channel connection, Function<HttpCall, HttpAnswer> endpoint) {
		this.channels.add(connection);
		HttpDecoderConfig decoding = new HttpDecoderConfig().setMaxInitialLineLength(MAXIMUM_HEAD)
			.setMaxHeaderSize(MAXIMUM_HEAD);
		connection.pipeline()
			.addLast(new HttpServerCodec(decoding), new HttpServerKeepAliveHandler(), new BodyLimit(MAXIMUM_BODY),
					new HttpExchange(endpoint));
	}

}
