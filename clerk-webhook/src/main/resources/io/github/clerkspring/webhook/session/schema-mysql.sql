CREATE TABLE IF NOT EXISTS clerk_ended_session (
	delivery_id VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	object_type VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	object_id VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	blocked BOOLEAN NOT NULL,
	changed_at BIGINT NOT NULL,
	recorded_at BIGINT NOT NULL,
	PRIMARY KEY (delivery_id),
	INDEX clerk_ended_session_age (recorded_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
