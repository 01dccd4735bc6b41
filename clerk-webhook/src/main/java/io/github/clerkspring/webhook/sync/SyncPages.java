package io.github.clerkspring.webhook.sync;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import io.github.clerkspring.client.core.Page;

/**
 * Reads the objects of Clerk at the pace of requests. All methods block.
 */
final class SyncPages {

	private static final Duration TIMEOUT = Duration.ofMinutes(2);

	private final RequestPace pace;

	SyncPages(RequestPace pace) {
		this.pace = pace;
	}

	<T> @Nullable T read(Mono<T> request) throws InterruptedException {
		this.pace.await();
		return request.block(TIMEOUT);
	}

	/**
	 * Read the page after a position.
	 * @param <T> the type of the objects
	 * @param source the source
	 * @param position the position
	 * @param count the total number of objects, or {@code null} if it is part of the page
	 * @return the page
	 * @throws InterruptedException if the thread is interrupted
	 */
	<T> SyncPage<T> read(SyncSource<T> source, BackfillPosition position, @Nullable Long count)
			throws InterruptedException {
		BackfillPosition start = source.start(position);
		Page<T> page = read(source, start);
		BackfillPosition earlier = source.earlier(position, start, page.data());
		while (earlier != null) {
			start = earlier;
			page = read(source, start);
			earlier = source.earlier(position, start, page.data());
		}
		Long total = (page.totalCount() != null) ? page.totalCount() : count;
		return new SyncPage<>(page.data(), source.next(start, page.data(), (total != null) ? total : position.done()));
	}

	private <T> Page<T> read(SyncSource<T> source, BackfillPosition start) throws InterruptedException {
		Page<T> page = read(source.read(start));
		if (page == null) {
			throw new IllegalStateException("Clerk responded without a page");
		}
		return page;
	}

	/**
	 * Page of objects.
	 *
	 * @param <T> the type of the objects
	 * @param objects the objects
	 * @param next the position after the page
	 */
	record SyncPage<T>(List<T> objects, BackfillPosition next) {

	}

}
