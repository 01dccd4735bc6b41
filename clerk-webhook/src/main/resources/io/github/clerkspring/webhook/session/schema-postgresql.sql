CREATE TABLE IF NOT EXISTS clerk_ended_session (
	delivery_id VARCHAR(255) NOT NULL,
	object_type VARCHAR(20) NOT NULL,
	object_id VARCHAR(255) NOT NULL,
	blocked BOOLEAN NOT NULL,
	changed_at BIGINT NOT NULL,
	recorded_at BIGINT NOT NULL,
	PRIMARY KEY (delivery_id)
);

CREATE INDEX IF NOT EXISTS clerk_ended_session_age ON clerk_ended_session (recorded_at);
