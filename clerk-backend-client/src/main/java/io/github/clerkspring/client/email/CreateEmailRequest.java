package io.github.clerkspring.client.email;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.clerkspring.client.core.RequestFields;

/** Request to send an email with HTML, text or both, at most 50,000 bytes in total. */
public final class CreateEmailRequest extends RequestFields<CreateEmailRequest> {

	private static final int MAX_SUBJECT = 998;

	private static final int MAX_COPIES = 49;

	private static final int MAX_ATTACHMENTS = 10;

	private CreateEmailRequest(Map<String, @Nullable Object> fields) {
		super(fields, CreateEmailRequest::new);
	}

	/**
	 * Create a request with recipient, sender and subject.
	 * @param to the recipient
	 * @param from the sender, with an address of the instance's sending domain
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

	/** Set the reply-to address. */
	public CreateEmailRequest replyTo(Mailbox replyTo) {
		return set("reply_to", replyTo);
	}

	/** Set the CC recipients, at most 49 together with {@link #bcc}. */
	public CreateEmailRequest cc(List<String> cc) {
		return set("cc", items("cc", cc, MAX_COPIES));
	}

	/** Set the BCC recipients. */
	public CreateEmailRequest bcc(List<String> bcc) {
		return set("bcc", items("bcc", bcc, MAX_COPIES));
	}

	/**
	 * Set headers: threading headers, unsubscribe headers, or headers that begin with
	 * {@code
	 * X-}.
	 */
	public CreateEmailRequest headers(Map<String, String> headers) {
		return set("headers", headers);
	}

	/** Set up to 10 attachments, at most 1 MB in total. */
	public CreateEmailRequest attachments(List<EmailAttachment> attachments) {
		return set("attachments", items("attachments", attachments, MAX_ATTACHMENTS));
	}

}
