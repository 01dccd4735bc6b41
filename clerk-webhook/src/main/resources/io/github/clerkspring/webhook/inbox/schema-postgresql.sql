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
