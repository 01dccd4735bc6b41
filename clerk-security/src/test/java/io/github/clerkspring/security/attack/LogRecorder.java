package io.github.clerkspring.security.attack;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import org.slf4j.LoggerFactory;

/**
 * Records all that some loggers write, at every level, in place of the console.
 */
public final class LogRecorder implements AutoCloseable {

	private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

	private final Map<Logger, Level> levels = new LinkedHashMap<>();

	public LogRecorder(String... names) {
		this.appender.list = new CopyOnWriteArrayList<>();
		this.appender.start();
		for (String name : names) {
			Logger logger = (Logger) LoggerFactory.getLogger(name);
			this.levels.put(logger, logger.getLevel());
			logger.setLevel(Level.ALL);
			logger.setAdditive(false);
			logger.addAppender(this.appender);
		}
	}

	/**
	 * Return what was written, with stack traces.
	 * @return the text
	 */
	public String text() {
		return this.appender.list.stream()
			.map((event) -> event.getLevel() + " " + event.getLoggerName() + " " + event.getFormattedMessage() + "\n"
					+ ThrowableProxyUtil.asString(event.getThrowableProxy()))
			.collect(Collectors.joining("\n"));
	}

	@Override
	public void close() {
		this.levels.forEach((logger, level) -> {
			logger.detachAppender(this.appender);
			logger.setAdditive(true);
			logger.setLevel(level);
		});
	}

}
