package io.github.clerkspring.emulator.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The last requests, oldest first: a thousand, or fewer if they are large.
 */
public final class RequestJournal {

	private static final int CAPACITY = 1000;

	private static final int MAXIMUM_SIZE = 32 * 1024 * 1024;

	private final Deque<JournalEntry> entries = new ArrayDeque<>();

	private long last;

	private long size;

	/**
	 * Adds a request, which gets the next number.
	 * @param request the request
	 */
	public synchronized void add(JournalEntry request) {
		this.entries.addLast(request.numbered(++this.last));
		this.size += request.body().length();
		while (this.entries.size() > CAPACITY || (this.size > MAXIMUM_SIZE && this.entries.size() > 1)) {
			this.size -= this.entries.removeFirst().body().length();
		}
	}

	/**
	 * Returns the requests after one of them.
	 * @param number the number of that request, or 0 for all requests
	 * @return a copy
	 */
	public synchronized List<JournalEntry> after(long number) {
		return this.entries.stream().filter((entry) -> entry.number() > number).toList();
	}

	/**
	 * Removes all requests. Numbers go on.
	 */
	public synchronized void clear() {
		this.entries.clear();
		this.size = 0;
	}

}
