CREATE TABLE IF NOT EXISTS clerk_sync_state (
	object_type VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	object_id VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	updated_at BIGINT NOT NULL,
	deleted_at BIGINT,
	PRIMARY KEY (object_type, object_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE IF NOT EXISTS clerk_sync_backfill (
	object_type VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	created_at BIGINT NOT NULL,
	page_offset INT NOT NULL,
	done BIGINT NOT NULL,
	total BIGINT NOT NULL,
	finished BOOLEAN NOT NULL,
	lease_owner VARCHAR(36),
	lease_until BIGINT NOT NULL,
	PRIMARY KEY (object_type)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE IF NOT EXISTS clerk_sync_lease (
	lease_name VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	lease_owner VARCHAR(36),
	lease_until BIGINT NOT NULL,
	finished_at BIGINT NOT NULL,
	PRIMARY KEY (lease_name)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
