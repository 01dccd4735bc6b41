package io.github.clerkspring.webhook.sync;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import tools.jackson.databind.json.JsonMapper;

import io.github.clerkspring.client.http.ClerkJsonMapper;
import io.github.clerkspring.client.organization.Organization;
import io.github.clerkspring.client.organization.OrganizationMembership;
import io.github.clerkspring.client.user.EmailAddress;
import io.github.clerkspring.client.user.User;

/**
 * Handlers for the tables {@code clerk_user}, {@code clerk_organization} and
 * {@code clerk_membership}, which applications can join with their own tables. Times are
 * in milliseconds since the epoch, and metadata is JSON.
 */
public final class JdbcSyncTables {

	/**
	 * Location of the script that creates the tables, with {@code @@platform@@} for the
	 * name of the database platform.
	 */
	public static final String SCHEMA = "classpath:io/github/clerkspring/webhook/sync/tables-@@platform@@.sql";

	private final JdbcOperations jdbc;

	private final JsonMapper mapper = ClerkJsonMapper.create();

	private volatile @Nullable Database database;

	/**
	 * Create the handlers.
	 * @param jdbc the operations on the database
	 */
	public JdbcSyncTables(JdbcOperations jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Return the handler of the table {@code clerk_user}.
	 * @return the handler
	 */
	public UserSyncHandler users() {
		return new Users();
	}

	/**
	 * Return the handler of the table {@code clerk_organization}.
	 * @return the handler
	 */
	public OrganizationSyncHandler organizations() {
		return new Organizations();
	}

	/**
	 * Return the handler of the table {@code clerk_membership}.
	 * @return the handler
	 */
	public MembershipSyncHandler memberships() {
		return new Memberships();
	}

	private static @Nullable Object[] storable(@Nullable Object... values) {
		return Arrays.stream(values)
			.map((value) -> (value instanceof String text) ? StorableText.of(text) : value)
			.toArray();
	}

	// The caller has locked the object, so that no change occurs between the statements
	private void updateOrInsert(String key, String update, String insert, @Nullable Object... row) {
		@Nullable Object[] values = storable(row);
		if (database() == Database.MYSQL) {
			// An update of a missing row would lock the adjacent gap
			this.jdbc.update(insert + database().onConflict(key), values);
			this.jdbc.update(update, values);
		}
		else if (this.jdbc.update(update, values) == 0) {
			this.jdbc.update(insert, values);
		}
	}

	private Database database() {
		Database known = this.database;
		if (known == null) {
			known = Database.of(this.jdbc);
			this.database = known;
		}
		return known;
	}

	private void delete(String table, String column, String id) {
		this.jdbc.update("DELETE FROM " + table + " WHERE " + column + " = ?", id);
	}

	private String json(Map<String, Object> metadata) {
		return this.mapper.writeValueAsString(metadata);
	}

	private static @Nullable Long millis(@Nullable Instant time) {
		return (time != null) ? time.toEpochMilli() : null;
	}

	/**
	 * Table {@code clerk_user}.
	 */
	private final class Users implements UserSyncHandler {

		@Override
		public void upsert(User user) {
			EmailAddress email = user.primaryEmailAddress();
			updateOrInsert("user_id", """
					UPDATE clerk_user SET external_id = ?, email_address = ?, username = ?, first_name = ?,
					last_name = ?, image_url = ?, banned = ?, locked = ?, public_metadata = ?, created_at = ?,
					updated_at = ? WHERE user_id = ?""", """
					INSERT INTO clerk_user (external_id, email_address, username, first_name, last_name, image_url,
					banned, locked, public_metadata, created_at, updated_at, user_id)
					VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", user.externalId(),
					(email != null) ? email.emailAddress() : null, user.username(), user.firstName(), user.lastName(),
					user.imageUrl(), user.banned(), user.locked(), json(user.publicMetadata()),
					millis(user.createdAt()), millis(user.updatedAt()), user.id());
		}

		@Override
		public void delete(String userId) {
			JdbcSyncTables.this.delete("clerk_membership", "user_id", userId);
			JdbcSyncTables.this.delete("clerk_user", "user_id", userId);
		}

	}

	/**
	 * Table {@code clerk_organization}.
	 */
	private final class Organizations implements OrganizationSyncHandler {

		@Override
		public void upsert(Organization organization) {
			updateOrInsert("organization_id", """
					UPDATE clerk_organization SET name = ?, slug = ?, image_url = ?, public_metadata = ?,
					created_at = ?, updated_at = ? WHERE organization_id = ?""", """
					INSERT INTO clerk_organization (name, slug, image_url, public_metadata, created_at, updated_at,
					organization_id) VALUES (?, ?, ?, ?, ?, ?, ?)""", organization.name(), organization.slug(),
					organization.imageUrl(), json(organization.publicMetadata()), millis(organization.createdAt()),
					millis(organization.updatedAt()), organization.id());
		}

		@Override
		public void delete(String organizationId) {
			JdbcSyncTables.this.delete("clerk_membership", "organization_id", organizationId);
			JdbcSyncTables.this.delete("clerk_organization", "organization_id", organizationId);
		}

	}

	/**
	 * Table {@code clerk_membership}.
	 */
	private final class Memberships implements MembershipSyncHandler {

		@Override
		public void upsert(OrganizationMembership membership) {
			updateOrInsert("membership_id", """
					UPDATE clerk_membership SET organization_id = ?, user_id = ?, role = ?, public_metadata = ?,
					created_at = ?, updated_at = ? WHERE membership_id = ?""", """
					INSERT INTO clerk_membership (organization_id, user_id, role, public_metadata, created_at,
					updated_at, membership_id) VALUES (?, ?, ?, ?, ?, ?, ?)""", membership.organization().id(),
					SyncedMemberships.userId(membership), membership.role(), json(membership.publicMetadata()),
					millis(membership.createdAt()), millis(membership.updatedAt()), membership.id());
		}

		@Override
		public void delete(String membershipId) {
			JdbcSyncTables.this.delete("clerk_membership", "membership_id", membershipId);
		}

	}

}
