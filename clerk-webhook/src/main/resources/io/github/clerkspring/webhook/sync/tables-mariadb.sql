CREATE TABLE IF NOT EXISTS clerk_user (
	user_id VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	external_id LONGTEXT,
	email_address LONGTEXT,
	username LONGTEXT,
	first_name LONGTEXT,
	last_name LONGTEXT,
	image_url LONGTEXT,
	banned BOOLEAN NOT NULL,
	locked BOOLEAN NOT NULL,
	public_metadata LONGTEXT NOT NULL,
	created_at BIGINT,
	updated_at BIGINT,
	PRIMARY KEY (user_id),
	INDEX clerk_user_email (email_address(255))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE IF NOT EXISTS clerk_organization (
	organization_id VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	name LONGTEXT,
	slug LONGTEXT,
	image_url LONGTEXT,
	public_metadata LONGTEXT NOT NULL,
	created_at BIGINT,
	updated_at BIGINT,
	PRIMARY KEY (organization_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE IF NOT EXISTS clerk_membership (
	membership_id VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	organization_id VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	user_id VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	role VARCHAR(255) NOT NULL,
	public_metadata LONGTEXT NOT NULL,
	created_at BIGINT,
	updated_at BIGINT,
	PRIMARY KEY (membership_id),
	INDEX clerk_membership_user (user_id),
	INDEX clerk_membership_organization (organization_id),
	FOREIGN KEY (organization_id) REFERENCES clerk_organization (organization_id),
	FOREIGN KEY (user_id) REFERENCES clerk_user (user_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4;
