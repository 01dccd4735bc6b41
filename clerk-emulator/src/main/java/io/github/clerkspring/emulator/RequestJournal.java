package io.github.clerkspring.emulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The last requests, oldest first: a thousand, or fewer if they are large.
 */
final class RequestJournal {

	private static final int CAPACITY = 1000;

	private static final int MAXIMUM_SIZE = 32 * 1024 * 1024;

	private final Deque<Entry> entries = new ArrayDeque<>();

	private long last;

	private long size;

	synchronized void add(RecordedRequest request) {
		this.entries.addLast(new Entry(++this.last, request));
		this.size += request.body().length();
		while (this.entries.size() > CAPACITY || (this.size > MAXIMUM_SIZE && this.entries.size() > 1)) {
			this.size -= this.entries.removeFirst().request().body().length();
		}
	}

	/**
	 * The requests behind one of them.
	 * @param number the number of the last one that is not wanted, or 0 for all
	 * @return a copy
	 */
	synchronized List<Entry> after(long number) {
		return this.entries.stream().filter((entry) -> entry.number() > number).toList();
	}

	synchronized List<RecordedRequest> all() {
		return this.entries.stream().map(Entry::request).toList();
	}

	/**
	 * Forgets the requests, but not how many there were.
	 */
	synchronized void clear() {
		this.entries.clear();
		this.size = 0;
	}

	/**
	 * A request and the number under which it was recorded, counted from 1.
	 */
	record Entry(long number, RecordedRequest request) {

	}

}
