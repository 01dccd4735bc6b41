package io.github.clerkspring.test.testcontainers;

import java.util.UUID;

import com.github.dockerjava.api.command.InspectContainerResponse;
import org.jspecify.annotations.Nullable;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.DockerImageName;

import io.github.clerkspring.test.remote.RemoteClerkEmulator;

/**
 * Container with the emulator of Clerk, which is ready when the emulator responds. With
 * {@link org.springframework.boot.testcontainers.service.connection.ServiceConnection @ServiceConnection}
 * it replaces the configured connection. The image is built from the directory
 * {@code clerk-emulator} of this project.
 */
public class ClerkContainer extends GenericContainer<ClerkContainer> {

	/**
	 * Name of the image. Copies with another name can be declared with
	 * {@link DockerImageName#asCompatibleSubstituteFor(DockerImageName)}.
	 */
	public static final DockerImageName IMAGE_NAME = DockerImageName.parse("clerk-emulator");

	private static final int PORT = 4000;

	private static final String SEED = "/clerk-seed.yaml";

	private static final String CONTROL_TOKEN = "/clerk-control-token";

	private String controlToken = UUID.randomUUID().toString();

	private @Nullable RemoteClerkEmulator emulator;

	/**
	 * Create a container.
	 * @param image the name of the image, such as {@code clerk-emulator}
	 */
	public ClerkContainer(String image) {
		this(DockerImageName.parse(image));
	}

	/**
	 * Create a container.
	 * @param image the name of the image, compatible with {@link #IMAGE_NAME}
	 */
	public ClerkContainer(DockerImageName image) {
		super(image);
		image.assertCompatibleWith(IMAGE_NAME);
		withExposedPorts(PORT);
		waitingFor(Wait.forHttp("/__emulator/health").forPort(PORT));
	}

	/**
	 * Add the data of a seed file to the emulator at startup.
	 * @param seed the seed file in YAML, as a
	 * {@link org.testcontainers.utility.MountableFile MountableFile} or as text with
	 * {@link Transferable#of(String)}
	 * @return this container
	 */
	public ClerkContainer withSeed(Transferable seed) {
		return withCopyToContainer(seed, SEED).withEnv("CLERK_EMULATOR_SEED", SEED);
	}

	/**
	 * Set the URL to which the emulator sends its events.
	 * @param url the URL, as accessible from the container
	 * @param secret the signing secret with the prefix {@code whsec_}
	 * @return this container
	 */
	public ClerkContainer withWebhook(String url, String secret) {
		return withEnv("CLERK_EMULATOR_WEBHOOK", url).withEnv("CLERK_EMULATOR_WEBHOOK_SECRET", secret);
	}

	/**
	 * Set the token that is required for the control API and console of the emulator.
	 * Defaults to a random token. It is passed in a file, so that it is not logged by
	 * Docker or its client.
	 * @param controlToken the token, with at least 16 visible ASCII characters
	 * @return this container
	 */
	public ClerkContainer withControlToken(String controlToken) {
		this.controlToken = controlToken;
		return this;
	}

	/**
	 * Return the token for the control API of the emulator, which is also the password of
	 * its console.
	 * @return the token
	 */
	public String controlToken() {
		return this.controlToken;
	}

	/**
	 * Return the emulator in this container.
	 * @return the emulator
	 * @throws IllegalStateException if the container has not been started
	 */
	public RemoteClerkEmulator emulator() {
		if (this.emulator == null) {
			throw new IllegalStateException("The container of the Clerk emulator was not started");
		}
		return this.emulator;
	}

	/**
	 * Return the base URL of the emulator, as accessible from the test.
	 * @return the URL without trailing slash
	 */
	public String baseUrl() {
		return emulator().baseUrl();
	}

	/**
	 * Return the secret key for the Backend API of the emulator.
	 * @return the secret key
	 */
	public String secretKey() {
		return emulator().secretKey();
	}

	/**
	 * Return the publishable key, which contains the host of the issuer.
	 * @return the publishable key
	 */
	public String publishableKey() {
		return emulator().publishableKey();
	}

	/**
	 * Return the issuer of all tokens.
	 * @return the issuer
	 */
	public String issuer() {
		return emulator().issuer();
	}

	/**
	 * Return the URL of the public key set, as accessible from the test.
	 * @return the URL
	 */
	public String jwksUrl() {
		return emulator().jwksUrl();
	}

	@Override
	protected void configure() {
		withCopyToContainer(Transferable.of(this.controlToken), CONTROL_TOKEN);
		withEnv("CLERK_EMULATOR_CONTROL_TOKEN_FILE", CONTROL_TOKEN);
		withEnv("CLERK_EMULATOR_ALLOWED_HOST", (hosts) -> hosts.map((host) -> host + " ").orElse("") + getHost());
	}

	@Override
	protected void containerIsStarted(InspectContainerResponse containerInfo) {
		this.emulator = RemoteClerkEmulator.at("http://" + getHost() + ":" + getMappedPort(PORT), this.controlToken);
	}

}
