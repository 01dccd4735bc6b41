CREATE TABLE IF NOT EXISTS clerk_user (
	user_id VARCHAR(255) NOT NULL,
	external_id VARCHAR(1000000),
	email_address VARCHAR(1000000),
	username VARCHAR(1000000),
	first_name VARCHAR(1000000),
	last_name VARCHAR(1000000),
	image_url VARCHAR(1000000),
	banned BOOLEAN NOT NULL,
	locked BOOLEAN NOT NULL,
	public_metadata VARCHAR(1000000) NOT NULL,
	created_at BIGINT,
	updated_at BIGINT,
	PRIMARY KEY (user_id)
);

CREATE INDEX IF NOT EXISTS clerk_user_email ON clerk_user (email_address);

CREATE TABLE IF NOT EXISTS clerk_organization (
	organization_id VARCHAR(255) NOT NULL,
	name VARCHAR(1000000),
	slug VARCHAR(1000000),
	image_url VARCHAR(1000000),
	public_metadata VARCHAR(1000000) NOT NULL,
	created_at BIGINT,
	updated_at BIGINT,
	PRIMARY KEY (organization_id)
);

CREATE TABLE IF NOT EXISTS clerk_membership (
	membership_id VARCHAR(255) NOT NULL,
	organization_id VARCHAR(255) NOT NULL,
	user_id VARCHAR(255) NOT NULL,
	role VARCHAR(255) NOT NULL,
	public_metadata VARCHAR(1000000) NOT NULL,
	created_at BIGINT,
	updated_at BIGINT,
	PRIMARY KEY (membership_id),
	FOREIGN KEY (organization_id) REFERENCES clerk_organization (organization_id),
	FOREIGN KEY (user_id) REFERENCES clerk_user (user_id)
);

CREATE INDEX IF NOT EXISTS clerk_membership_user ON clerk_membership (user_id);

CREATE INDEX IF NOT EXISTS clerk_membership_organization ON clerk_membership (organization_id);
