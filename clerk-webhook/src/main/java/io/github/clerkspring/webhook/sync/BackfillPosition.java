package io.github.clerkspring.webhook.sync;

/**
 * Where a back-fill of objects of one type continues.
 *
 * @param createdAt when the last object was created, in milliseconds, or 0
 * @param offset how many objects to skip from there on
 * @param done how many objects were stored
 * @param total how many objects there were at the last look
 * @param finished whether all are stored
 */
record BackfillPosition(long createdAt, int offset, long done, long total, boolean finished) {

	static final BackfillPosition START = new BackfillPosition(0, 0, 0, 0, false);

}
