package io.github.clerkspring.webhook.sync;

/**
 * Set of ids in 16 to 32 bytes each, which only contains their 64-bit hashes. In the
 * unlikely case of a collision an id is considered contained.
 */
final class IdSet {

	private static final int INITIAL_CAPACITY = 1024;

	private static final long FNV_OFFSET = 0xcbf29ce484222325L;

	private static final long FNV_PRIME = 0x100000001b3L;

	private long[] hashes = new long[INITIAL_CAPACITY];

	private int size;

	/**
	 * Add an id.
	 * @param id the id
	 * @return whether the set did not contain the id
	 */
	boolean add(String id) {
		if (this.size > this.hashes.length / 2) {
			grow();
		}
		long hash = hash(id);
		int index = index(this.hashes, hash);
		if (this.hashes[index] == hash) {
			return false;
		}
		this.hashes[index] = hash;
		this.size++;
		return true;
	}

	boolean contains(String id) {
		long hash = hash(id);
		return this.hashes[index(this.hashes, hash)] == hash;
	}

	int size() {
		return this.size;
	}

	private void grow() {
		long[] larger = new long[this.hashes.length * 2];
		for (long hash : this.hashes) {
			if (hash != 0) {
				larger[index(larger, hash)] = hash;
			}
		}
		this.hashes = larger;
	}

	// Index of the hash, or of the free place for it
	private static int index(long[] hashes, long hash) {
		int mask = hashes.length - 1;
		int index = (int) (hash ^ (hash >>> 32)) & mask;
		while (hashes[index] != 0 && hashes[index] != hash) {
			index = (index + 1) & mask;
		}
		return index;
	}

	// FNV-1a, where zero denotes a free place
	private static long hash(String id) {
		long hash = FNV_OFFSET;
		for (int i = 0; i < id.length(); i++) {
			hash = (hash ^ id.charAt(i)) * FNV_PRIME;
		}
		return (hash != 0) ? hash : 1;
	}

}
