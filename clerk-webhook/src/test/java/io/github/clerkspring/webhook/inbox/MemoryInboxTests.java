package io.github.clerkspring.webhook.inbox;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MemoryInboxTests extends AbstractInboxTests {

	@Override
	Inbox create() {
		return new MemoryInbox(100, Runnable::run, CLOCK);
	}

	@Test
	void forgetsTheOldestThatIsDone() {
		Inbox inbox = new MemoryInbox(3, Runnable::run, CLOCK);
		inbox.accept(delivery("msg_1"));
		for (int i = 2; i <= 5; i++) {
			inbox.handle(delivery("msg_" + i), () -> {
			});
		}
		assertThat(inbox.list(null, 10)).extracting(DeliveryEntry::id).containsExactly("msg_5", "msg_4", "msg_1");
	}

	@Test
	void isUnavailableWhenFullOfWhatIsNotDone() {
		Inbox inbox = new MemoryInbox(1, Runnable::run, CLOCK);
		inbox.accept(delivery("msg_1"));
		assertThatExceptionOfType(InboxUnavailableException.class).isThrownBy(() -> inbox.accept(delivery("msg_2")));
	}

	@Test
	void callsHandlerWithinUnitOfWork() {
		StringBuilder order = new StringBuilder();
		Inbox inbox = new MemoryInbox(1, (work) -> {
			order.append("begin ");
			work.run();
			order.append("commit");
		}, CLOCK);
		inbox.handle(delivery("msg_1"), () -> order.append("handle "));
		assertThat(order).hasToString("begin handle commit");
	}

}
