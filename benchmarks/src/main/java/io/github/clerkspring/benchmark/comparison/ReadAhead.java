package io.github.clerkspring.benchmark.comparison;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.client.core.Pages;
import io.github.clerkspring.client.user.UserQuery;

/**
 * A stream of 30 pages whose responses come after 100 ms.
 */
final class ReadAhead implements Row {

	private static final int USERS = 3_000;

	private final StubServerProcess stub;

	ReadAhead(StubServerProcess stub) {
		this.stub = stub;
	}

	@Override
	public String work() {
		return "30 pages, responses after 100 ms";
	}

	@Override
	public Result measure(Duration time) {
		ClerkBackendClient clerk = Calls.clerk(this.stub.slowUrl());
		seconds(clerk, 8);
		double inTurn = seconds(clerk, 0);
		List<String> measured = new ArrayList<>();
		measured.add(String.format(Locale.ROOT, "one by one: %.2f s", inTurn));
		List<Result.Check> checks = new ArrayList<>();
		for (int ahead : new int[] { 4, 8 }) {
			double seconds = seconds(clerk, ahead);
			double limit = (ahead == 4) ? 0.28 : 0.15;
			measured.add(String.format(Locale.ROOT, "%d ahead: %.2f s", ahead, seconds));
			checks.add(new Result.Check(String.format(Locale.ROOT, "%d ahead ≤ %.2f × one by one", ahead, limit),
					String.format(Locale.ROOT, "%.2f ×", seconds / inTurn), seconds / inTurn <= limit));
		}
		return new Result(measured, checks);
	}

	private static double seconds(ClerkBackendClient clerk, int ahead) {
		UserQuery query = UserQuery.create().limit(100);
		long start = System.nanoTime();
		Long users = Pages.stream((ahead > 0) ? query.readAhead(ahead) : query, clerk.users()::list)
			.count()
			.block(Duration.ofMinutes(1));
		double seconds = (System.nanoTime() - start) / 1e9;
		if (users == null || users != USERS) {
			throw new IllegalStateException("Received " + users + " users");
		}
		return seconds;
	}

}
