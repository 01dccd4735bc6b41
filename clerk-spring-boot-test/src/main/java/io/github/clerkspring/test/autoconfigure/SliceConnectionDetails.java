package io.github.clerkspring.test.autoconfigure;

import io.github.clerkspring.boot.ClerkConnectionDetails;
import io.github.clerkspring.client.core.ClerkInstanceType;
import io.github.clerkspring.client.core.ClerkPublishableKey;
import io.github.clerkspring.client.core.ClerkSecretKey;

/**
 * Connection details of test slices. The keys do not belong to an instance, and the
 * private key of the public key was discarded, so that no keys are fetched and no token
 * is valid.
 */
class SliceConnectionDetails implements ClerkConnectionDetails {

	private static final String PUBLIC_KEY = """
			-----BEGIN PUBLIC KEY-----
			MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEArpNiYWKJc123OTH2smAf
			4KSP2ESKUgD4FwUhKvp6JvBWv5zIVLvKF8LcRlSfjgfO/ElytH02oMfxDLkf0WVs
			6OWfLV4RrXE2D/cu7th2k/iWmdUhWbRk/GtJ6BzavDwanTwGpOwCKrJdb0kWva7l
			jSrmDTE09wcQ9tvJ6Bw/Nen8Gt2hxb+xFQhI9XalfkoDXalCvBEzdk/OrGcVvc1n
			aVFiwLOtmtffgWixhaC8hB8XQUclbrg8J4k5OeTwcnNvNJGarZZ5OcJyz97qs7uW
			CuNHTZNlEvO2zAF9idneQ/wjXeQ9QK6JS5fbMLV7dmOa5FXb7LAB0lYbA4xoz9Lh
			dQIDAQAB
			-----END PUBLIC KEY-----
			""";

	@Override
	public String apiUrl() {
		return "https://slice.clerk.test";
	}

	@Override
	public ClerkSecretKey secretKey() {
		return ClerkSecretKey.valueOf("sk_test_slice");
	}

	@Override
	public ClerkPublishableKey publishableKey() {
		return ClerkPublishableKey.of(ClerkInstanceType.DEVELOPMENT, "slice.clerk.test");
	}

	@Override
	public String jwtKey() {
		return PUBLIC_KEY;
	}

}
