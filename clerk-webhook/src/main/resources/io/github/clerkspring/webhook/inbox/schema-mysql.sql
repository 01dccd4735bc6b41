CREATE TABLE IF NOT EXISTS clerk_webhook_delivery (
	delivery_id VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	event_type VARCHAR(100) NOT NULL,
	state VARCHAR(10) NOT NULL,
	event_time BIGINT NOT NULL,
	received_at BIGINT NOT NULL,
	handled_at BIGINT,
	attempts INT NOT NULL,
	next_attempt_at BIGINT,
	failure VARCHAR(255),
	body LONGBLOB,
	PRIMARY KEY (delivery_id),
	INDEX clerk_webhook_delivery_due (state, next_attempt_at),
	INDEX clerk_webhook_delivery_age (received_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
