package io.github.clerkspring.sample.shared;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;

import javax.net.ssl.KeyManagerFactory;

import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.Http11SslContextSpec;
import reactor.netty.http.Http2SslContextSpec;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;
import reactor.netty.tcp.SslProvider.ProtocolSslContextSpec;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Dependencies that the starter adds to an application.
 */
class DependencyTests {

	private static final String PASSWORD = "password";

	@TempDir
	private static Path directory;

	@Test
	void reactorNettyComesWithoutNativeLibraries() throws IOException {
		assertThat(new PathMatchingResourcePatternResolver().getResources("classpath*:META-INF/native/*"))
			.noneMatch((library) -> String.valueOf(library.getFilename()).contains("netty"));
	}

	// Reactor Netty loads classes of QUIC for every connection by https
	@ParameterizedTest
	@EnumSource(value = HttpProtocol.class, names = { "HTTP11", "H2" })
	void reactorNettyCallsByHttpsAllTheSame(HttpProtocol protocol) throws Exception {
		ProtocolSslContextSpec certificate = certificate(protocol);
		ProtocolSslContextSpec trust = trustAll(protocol);
		DisposableServer server = HttpServer.create()
			.host("127.0.0.1")
			.protocol(protocol)
			.secure((ssl) -> ssl.sslContext(certificate))
			.handle((request, response) -> response.sendString(Mono.just(request.protocol())))
			.bindNow();
		try {
			String received = HttpClient.newConnection()
				.protocol(protocol)
				.secure((ssl) -> ssl.sslContext(trust))
				.get()
				.uri("https://localhost:" + server.port() + "/")
				.responseContent()
				.aggregate()
				.asString()
				.block(Duration.ofSeconds(20));
			assertThat(received).isEqualTo((protocol == HttpProtocol.H2) ? "HTTP/2.0" : "HTTP/1.1");
		}
		finally {
			server.disposeNow();
		}
	}

	private static ProtocolSslContextSpec trustAll(HttpProtocol protocol) {
		ProtocolSslContextSpec client = (protocol == HttpProtocol.H2) ? Http2SslContextSpec.forClient()
				: Http11SslContextSpec.forClient();
		return client.configure((ssl) -> ssl.trustManager(InsecureTrustManagerFactory.INSTANCE));
	}

	private static ProtocolSslContextSpec certificate(HttpProtocol protocol) throws Exception {
		KeyManagerFactory key = key();
		return (protocol == HttpProtocol.H2) ? Http2SslContextSpec.forServer(key) : Http11SslContextSpec.forServer(key);
	}

	private static KeyManagerFactory key() throws Exception {
		Path file = directory.resolve("server.p12");
		if (!Files.exists(file)) {
			Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
					"-genkeypair", "-keyalg", "RSA", "-dname", "CN=localhost", "-storetype", "PKCS12", "-storepass",
					PASSWORD, "-keystore", file.toString())
				.redirectErrorStream(true)
				.redirectOutput(directory.resolve("keytool.log").toFile())
				.start();
			assertThat(keytool.waitFor()).isZero();
		}
		KeyStore keys = KeyStore.getInstance("PKCS12");
		try (InputStream input = Files.newInputStream(file)) {
			keys.load(input, PASSWORD.toCharArray());
		}
		KeyManagerFactory key = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		key.init(keys, PASSWORD.toCharArray());
		return key;
	}

}
