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
