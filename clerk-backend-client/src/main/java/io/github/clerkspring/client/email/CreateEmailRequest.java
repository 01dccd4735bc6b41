package io.github.clerkspring.client.email;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** An e-mail to send. It has HTML or text, or both, of together 50,000 bytes at most. */
public final class CreateEmailRequest extends RequestFields<CreateEmailRequest> {

	private static final int MAX_SUBJECT = 998;

	private static final int MAX_COPIES = 49;

	private static final int MAX_ATTACHMENTS = 10;

	private CreateEmailRequest(Map<String, @Nullable Object> fields) {
		super(fields, CreateEmailRequest::new);
	}

	/**
	 * Begin with recipient, sender and subject.
	 * @param to the recipient
	 * @param from the sender, of the domain that the instance sends from
	 * @param subject the subject, at most 998 characters
	 */
	public static CreateEmailRequest create(EmailRecipient to, Mailbox from, String subject) {
		return new CreateEmailRequest(Map.of()).set("to", to)
			.set("from", from)
			.set("subject", text("subject", subject, MAX_SUBJECT));
	}

	public CreateEmailRequest html(String html) {
		return set("html", html);
	}

	public CreateEmailRequest text(String text) {
		return set("text", text);
	}

	/** Set where replies go to. */
	public CreateEmailRequest replyTo(Mailbox replyTo) {
		return set("reply_to", replyTo);
	}

	/** Set further recipients, up to 49 together with those of {@link #bcc}. */
	public CreateEmailRequest cc(List<String> cc) {
		return set("cc", items("cc", cc, MAX_COPIES));
	}

	/** Set further recipients that the others do not see. */
	public CreateEmailRequest bcc(List<String> bcc) {
		return set("bcc", items("bcc", bcc, MAX_COPIES));
	}

	/** Set headers of threads, of unsubscribing, or that begin with {@code X-}. */
	public CreateEmailRequest headers(Map<String, String> headers) {
		return set("headers", headers);
	}

	/** Set up to 10 attachments, of together 1 MB at most. */
	public CreateEmailRequest attachments(List<EmailAttachment> attachments) {
		return set("attachments", items("attachments", attachments, MAX_ATTACHMENTS));
	}

}
