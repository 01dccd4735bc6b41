package io.github.clerkspring.emulator.signin;

import io.github.clerkspring.emulator.organizations.Memberships;
import io.github.clerkspring.emulator.organizations.OrganizationInvitations;
import io.github.clerkspring.emulator.organizations.OrganizationView;
import io.github.clerkspring.emulator.sessions.Sessions;
import io.github.clerkspring.emulator.store.ApiException;
import io.github.clerkspring.emulator.store.Resource;
import io.github.clerkspring.emulator.store.Transaction;
import io.github.clerkspring.emulator.users.UserShapes;

/**
 * Accepts invitations into organizations.
 */
final class OrganizationInvitationAcceptance {

	private OrganizationInvitationAcceptance() {
	}

	/**
	 * Adds the invited as a member, after a sign-up if no user has the address.
	 * @param tx the transaction
	 * @param invitation the invitation
	 * @return the id of the session that this opens
	 */
	static String accept(Transaction tx, Resource invitation) {
		String status = invitation.required("status");
		if (!status.equals("pending")) {
			throw ApiException.badRequest("organization_invitation_already_" + status,
					"The invitation is " + status + " and cannot be accepted.");
		}
		Resource organization = OrganizationView.owner(tx, invitation);
		Memberships.requireSeat(tx, organization);
		Resource email = tx.table(UserShapes.EMAIL_ADDRESS)
			.first("email_address", invitation.required("email_address"));
		if (email != null) {
			Resource user = tx.find(UserShapes.USER, email.required("user_id"));
			Sessions.requireNotBanned(user);
			OrganizationInvitations.join(tx, organization, user, invitation);
			return Sessions.start(tx, user, organization.id()).id();
		}
		Resource session = SignUps.enter(tx, invitation.required("email_address"));
		OrganizationInvitations.join(tx, organization, tx.find(UserShapes.USER, session.required("user_id")),
				invitation);
		tx.update(session, (draft) -> draft.set("last_active_organization_id", organization.id()));
		return session.id();
	}

}
