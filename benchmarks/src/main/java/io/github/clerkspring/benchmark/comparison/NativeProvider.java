package io.github.clerkspring.benchmark.comparison;

import java.security.Security;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;

/**
 * Native cryptography, as an option for all contenders: the first provider of the Java
 * runtime.
 */
final class NativeProvider {

	private NativeProvider() {
	}

	static void install() {
		AmazonCorrettoCryptoProvider.INSTANCE.assertHealthy();
		Security.insertProviderAt(AmazonCorrettoCryptoProvider.INSTANCE, 1);
	}

	static boolean isInstalled() {
		return Security.getProviders()[0] instanceof AmazonCorrettoCryptoProvider;
	}

}
