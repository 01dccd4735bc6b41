-- The scripts of clerk-webhook: inbox/schema-postgresql.sql, sync/schema-postgresql.sql and sync/tables-postgresql.sql

CREATE TABLE IF NOT EXISTS clerk_webhook_delivery (
	delivery_id VARCHAR(255) NOT NULL,
	event_type VARCHAR(100) NOT NULL,
	state VARCHAR(10) NOT NULL,
	event_time BIGINT NOT NULL,
	received_at BIGINT NOT NULL,
	handled_at BIGINT,
	attempts INT NOT NULL,
	next_attempt_at BIGINT,
	failure VARCHAR(255),
	body BYTEA,
	PRIMARY KEY (delivery_id)
);

CREATE INDEX IF NOT EXISTS clerk_webhook_delivery_due ON clerk_webhook_delivery (state, next_attempt_at);

CREATE INDEX IF NOT EXISTS clerk_webhook_delivery_age ON clerk_webhook_delivery (received_at);

CREATE TABLE IF NOT EXISTS clerk_sync_state (
	object_type VARCHAR(20) NOT NULL,
	object_id VARCHAR(255) NOT NULL,
	updated_at BIGINT NOT NULL,
	deleted_at BIGINT,
	PRIMARY KEY (object_type, object_id)
);

CREATE TABLE IF NOT EXISTS clerk_sync_backfill (
	object_type VARCHAR(20) NOT NULL,
	created_at BIGINT NOT NULL,
	page_offset INT NOT NULL,
	done BIGINT NOT NULL,
	total BIGINT NOT NULL,
	finished BOOLEAN NOT NULL,
	lease_owner VARCHAR(36),
	lease_until BIGINT NOT NULL,
	PRIMARY KEY (object_type)
);

CREATE TABLE IF NOT EXISTS clerk_sync_lease (
	lease_name VARCHAR(20) NOT NULL,
	lease_owner VARCHAR(36),
	lease_until BIGINT NOT NULL,
	finished_at BIGINT NOT NULL,
	PRIMARY KEY (lease_name)
);

CREATE TABLE IF NOT EXISTS clerk_user (
	user_id VARCHAR(255) NOT NULL,
	external_id TEXT,
	email_address TEXT,
	username TEXT,
	first_name TEXT,
	last_name TEXT,
	image_url TEXT,
	banned BOOLEAN NOT NULL,
	locked BOOLEAN NOT NULL,
	public_metadata TEXT NOT NULL,
	created_at BIGINT,
	updated_at BIGINT,
	PRIMARY KEY (user_id)
);

-- A hash, since an entry of a B-tree is limited to 2,704 bytes
CREATE INDEX IF NOT EXISTS clerk_user_email ON clerk_user USING hash (email_address);

CREATE TABLE IF NOT EXISTS clerk_organization (
	organization_id VARCHAR(255) NOT NULL,
	name TEXT,
	slug TEXT,
	image_url TEXT,
	public_metadata TEXT NOT NULL,
	created_at BIGINT,
	updated_at BIGINT,
	PRIMARY KEY (organization_id)
);

CREATE TABLE IF NOT EXISTS clerk_membership (
	membership_id VARCHAR(255) NOT NULL,
	organization_id VARCHAR(255) NOT NULL,
	user_id VARCHAR(255) NOT NULL,
	role VARCHAR(255) NOT NULL,
	public_metadata TEXT NOT NULL,
	created_at BIGINT,
	updated_at BIGINT,
	PRIMARY KEY (membership_id),
	FOREIGN KEY (organization_id) REFERENCES clerk_organization (organization_id),
	FOREIGN KEY (user_id) REFERENCES clerk_user (user_id)
);

CREATE INDEX IF NOT EXISTS clerk_membership_user ON clerk_membership (user_id);

CREATE INDEX IF NOT EXISTS clerk_membership_organization ON clerk_membership (organization_id);
