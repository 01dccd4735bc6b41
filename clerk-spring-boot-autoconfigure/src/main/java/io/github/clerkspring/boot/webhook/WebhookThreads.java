package io.github.clerkspring.boot.webhook;

import java.time.Duration;
import java.util.concurrent.Semaphore;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.task.ThreadPoolTaskExecutorBuilder;
import org.springframework.boot.thread.Threading;
import org.springframework.core.env.Environment;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * Threads that call listeners on the servlet stack. The executor is not a bean, since the
 * auto-configured executor of Spring Boot would back off.
 */
class WebhookThreads implements DisposableBean {

	private static final String PREFIX = "clerk-webhook-listener-";

	private static final int QUEUE_CAPACITY = 1000;

	private final AsyncTaskExecutor executor;

	WebhookThreads(int maxConcurrency, ThreadPoolTaskExecutorBuilder builder, Environment environment) {
		this.executor = Threading.VIRTUAL.isActive(environment) ? virtualThreads(maxConcurrency)
				: threads(maxConcurrency, builder);
	}

	// The limit of the executor itself would block the thread of the request, for longer
	// than the time limit
	private static AsyncTaskExecutor virtualThreads(int maxConcurrency) {
		Semaphore permits = new Semaphore(maxConcurrency);
		SimpleAsyncTaskExecutor virtual = new SimpleAsyncTaskExecutor(PREFIX);
		virtual.setVirtualThreads(true);
		virtual.setTaskDecorator((task) -> () -> {
			permits.acquireUninterruptibly();
			try {
				task.run();
			}
			finally {
				permits.release();
			}
		});
		return virtual;
	}

	private static AsyncTaskExecutor threads(int maxConcurrency, ThreadPoolTaskExecutorBuilder builder) {
		ThreadPoolTaskExecutor pool = builder.corePoolSize(maxConcurrency)
			.maxPoolSize(maxConcurrency)
			.queueCapacity(QUEUE_CAPACITY)
			.allowCoreThreadTimeOut(true)
			.keepAlive(Duration.ofMinutes(1))
			.threadNamePrefix(PREFIX)
			.build();
		pool.setDaemon(true);
		pool.initialize();
		return pool;
	}

	AsyncTaskExecutor executor() {
		return this.executor;
	}

	@Override
	public void destroy() throws Exception {
		if (this.executor instanceof AutoCloseable closeable) {
			closeable.close();
		}
		else if (this.executor instanceof DisposableBean disposable) {
			disposable.destroy();
		}
	}

}
