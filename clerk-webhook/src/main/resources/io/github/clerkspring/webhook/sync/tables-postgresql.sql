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
