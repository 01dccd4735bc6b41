package io.github.clerkspring.emulator.templates;

import java.util.List;
import java.util.regex.Pattern;

import io.github.clerkspring.emulator.store.Draft;
import io.github.clerkspring.emulator.store.Transaction;

/**
 * Default template of every instance. The texts are specific to the emulator; slugs and
 * variables are those of Clerk.
 *
 * @param type {@code email} or {@code sms}
 * @param slug the slug
 * @param name the display name
 * @param subject the subject, empty for SMS
 * @param body the body
 * @param required the variables that a body must contain
 */
record DefaultTemplate(String type, String slug, String name, String subject, String body, List<String> required) {

	static final List<DefaultTemplate> ALL = List.of(
			email("verification_code", "Verification code", "{{otp_code}} is your verification code",
					"Your verification code is {{otp_code}}.", "otp_code"),
			email("magic_link_sign_in", "Sign-in link", "Sign in to {{app.name}}",
					"Follow {{magic_link}} to sign in. It works for {{ttl_minutes}} minutes.", "magic_link"),
			email("magic_link_sign_up", "Sign-up link", "Sign up to {{app.name}}",
					"Follow {{magic_link}} to sign up. It works for {{ttl_minutes}} minutes.", "magic_link"),
			email("magic_link_user_profile", "Verification link", "Verify your e-mail address",
					"Follow {{magic_link}} to verify your address.", "magic_link"),
			email("reset_password_code", "Reset password code", "{{otp_code}} is your code to reset the password",
					"Reset your password with the code {{otp_code}}.", "otp_code"),
			email("invitation", "Invitation", "You are invited to {{app.name}}",
					"Accept the invitation at {{action_url}}.", "action_url"),
			email("organization_invitation", "Invitation to an organization", "You are invited to {{org.name}}",
					"{{inviter_name}} invites you to {{org.name}}: {{action_url}}", "action_url"),
			email("organization_invitation_accepted", "Accepted invitation to an organization",
					"Your invitation to {{org.name}} was accepted", "{{user.email_address}} has joined {{org.name}}."),
			email("organization_domain_verification_code", "Verification of an organization's domain",
					"{{otp_code}} is your verification code", "Verify the domain with the code {{otp_code}}.",
					"otp_code"),
			email("password_changed", "Password changed", "Your password was changed",
					"The password of {{greeting_name}} was changed."),
			email("password_removed", "Password removed", "Your password was removed",
					"The password of {{greeting_name}} was removed."),
			email("primary_email_address_changed", "Primary address changed", "Your primary address was changed",
					"Your primary address is {{new_email_address}} now."),
			email("passkey_added", "Passkey added", "A passkey was added", "The passkey {{passkey_name}} was added."),
			email("passkey_removed", "Passkey removed", "A passkey was removed",
					"The passkey {{passkey_name}} was removed."),
			email("new_device_sign_in", "Sign-in on a new device", "New sign-in to {{app.name}}",
					"Somebody signed in from {{device_type}} at {{session_created_at}}.", "session_created_at"),
			email("account_locked", "Account locked", "Your account is locked",
					"Too many attempts have locked your account."),
			email("waitlist_confirmation", "Entry on the waitlist", "You are on the waitlist of {{app.name}}",
					"You are on the waitlist of {{app.name}}."),
			email("waitlist_invitation", "Invitation from the waitlist", "You can join {{app.name}} now",
					"Join at {{action_url}}.", "action_url"),
			sms("verification_code", "Verification code", "{{otp_code}} is your verification code for {{app.name}}.",
					"otp_code"),
			sms("reset_password_code", "Reset password code",
					"{{otp_code}} is your code to reset the password for {{app.name}}.", "otp_code"),
			sms("password_changed", "Password changed", "Your password for {{app.name}} was changed."),
			sms("password_removed", "Password removed", "Your password for {{app.name}} was removed."));

	private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*([\\w.]+)\\s*}}");

	/**
	 * The variables in subject and body.
	 * @return their names, each once
	 */
	List<String> variables() {
		return VARIABLE.matcher(this.subject + this.body).results().map((match) -> match.group(1)).distinct().toList();
	}

	/**
	 * Creates all.
	 * @param tx the transaction
	 */
	static void createAll(Transaction tx) {
		for (int i = 0; i < ALL.size(); i++) {
			DefaultTemplate template = ALL.get(i);
			int position = i;
			tx.create(TemplateShapes.TEMPLATE, (draft) -> template.create(draft, position));
		}
	}

	/**
	 * Restores the defaults of all mutable properties.
	 * @param draft the template
	 */
	void restore(Draft draft) {
		draft.set("name", this.name).set("body", this.body).set("markup", null);
		draft.set("subject", (this.subject.isEmpty()) ? null : this.subject);
		draft.set("from_email_name", null).set("reply_to_email_name", null).set("instance_id", null);
		draft.set("delivered_by_clerk", null).set("resource_type", null).set("can_revert", null);
	}

	private void create(Draft draft, int position) {
		draft.set("template_type", this.type).set("slug", this.slug).set("position", position);
		draft.set("can_toggle", this.type.equals("sms") && this.required.isEmpty());
		draft.set("available_variables", variables()).set("required_variables", this.required);
		restore(draft);
	}

	private static DefaultTemplate email(String slug, String name, String subject, String body, String... required) {
		return new DefaultTemplate("email", slug, name, subject, "<p>" + body + "</p>", List.of(required));
	}

	private static DefaultTemplate sms(String slug, String name, String body, String... required) {
		return new DefaultTemplate("sms", slug, name, "", body, List.of(required));
	}

}
