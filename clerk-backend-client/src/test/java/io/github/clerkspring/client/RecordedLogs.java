package io.github.clerkspring.client;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import org.slf4j.LoggerFactory;

/**
 * Records what is logged at {@code TRACE}, except by servers, and keeps it from the
 * console.
 */
class RecordedLogs implements AutoCloseable {

	private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

	private final Level level = this.root.getLevel();

	private final List<Appender<ILoggingEvent>> appenders = new ArrayList<>();

	private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();

	private final Appender<ILoggingEvent> recorder = new AppenderBase<>() {

		@Override
		protected void append(ILoggingEvent event) {
			RecordedLogs.this.events.add(event);
		}

	};

	RecordedLogs() {
		for (Iterator<Appender<ILoggingEvent>> all = this.root.iteratorForAppenders(); all.hasNext();) {
			this.appenders.add(all.next());
		}
		this.appenders.forEach(this.root::detachAppender);
		this.recorder.setContext(this.root.getLoggerContext());
		this.recorder.start();
		this.root.addAppender(this.recorder);
		this.root.setLevel(Level.TRACE);
	}

	List<String> texts() {
		return this.events.stream()
			.filter((event) -> !event.getLoggerName().startsWith("reactor.netty.http.server"))
			.map(RecordedLogs::text)
			.toList();
	}

	private static String text(ILoggingEvent event) {
		IThrowableProxy thrown = event.getThrowableProxy();
		return event.getFormattedMessage() + ((thrown != null) ? ThrowableProxyUtil.asString(thrown) : "");
	}

	@Override
	public void close() {
		this.root.setLevel(this.level);
		this.root.detachAppender(this.recorder);
		this.appenders.forEach(this.root::addAppender);
	}

}
