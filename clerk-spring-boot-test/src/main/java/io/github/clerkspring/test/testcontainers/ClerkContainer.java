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
 * A container with the emulator of Clerk, ready when the emulator answers. With
 * {@link org.springframework.boot.testcontainers.service.connection.ServiceConnection @ServiceConnection}
 * it takes the place of the configured Clerk. The image is built from the directory
 * {@code clerk-emulator} of this project.
 */
public class ClerkContainer extends GenericContainer<ClerkContainer> {

	/**
	 * Name of the image. A copy that is named otherwise is declared by
	 * {@link DockerImageName#asCompatibleSubstituteFor(DockerImageName)}.
	 */
	public static final DockerImageName IMAGE_NAME = DockerImageName.parse("clerk-emulator");

	private static final int PORT = 4000;

	private static final String SEED = "/clerk-seed.yaml";

	private static final String CONTROL_TOKEN = "/clerk-control-token";

	private String controlToken = UUID.randomUUID().toString();

	private @Nullable RemoteClerkEmulator emulator;

	/**
	 * Creates a container.
	 * @param image name of the image, as {@code clerk-emulator}
	 */
	public ClerkContainer(String image) {
		this(DockerImageName.parse(image));
	}

	/**
	 * Creates a container.
	 * @param image name of the image, compatible with {@link #IMAGE_NAME}
	 */
	public ClerkContainer(DockerImageName image) {
		super(image);
		image.assertCompatibleWith(IMAGE_NAME);
		withExposedPorts(PORT);
		waitingFor(Wait.forHttp("/__emulator/health").forPort(PORT));
	}

	/**
	 * Fills the emulator when it starts.
	 * @param seed a seed file in YAML: a {@link org.testcontainers.utility.MountableFile
	 * MountableFile}, or text by {@link Transferable#of(String)}
	 * @return this container
	 */
	public ClerkContainer withSeed(Transferable seed) {
		return withCopyToContainer(seed, SEED).withEnv("CLERK_EMULATOR_SEED", SEED);
	}

	/**
	 * Lets the emulator send its events somewhere.
	 * @param url the address, as seen from inside the container
	 * @param secret what signs the events, begins with {@code whsec_}
	 * @return this container
	 */
	public ClerkContainer withWebhook(String url, String secret) {
		return withEnv("CLERK_EMULATOR_WEBHOOK", url).withEnv("CLERK_EMULATOR_WEBHOOK_SECRET", secret);
	}

	/**
	 * Sets the token that callers of the emulator's control and console must present.
	 * Defaults to a random one. It is passed in a file, so that neither Docker nor its
	 * client logs it.
	 * @param controlToken the token, at least 16 visible ASCII characters
	 * @return this container
	 */
	public ClerkContainer withControlToken(String controlToken) {
		this.controlToken = controlToken;
		return this;
	}

	/**
	 * Return the token that opens the emulator's control, and its console as a password.
	 * @return the token
	 */
	public String controlToken() {
		return this.controlToken;
	}

	/**
	 * Return the emulator in this container.
	 * @return the emulator
	 * @throws IllegalStateException if the container was not started
	 */
	public RemoteClerkEmulator emulator() {
		if (this.emulator == null) {
			throw new IllegalStateException("The container of the Clerk emulator was not started");
		}
		return this.emulator;
	}

	/**
	 * Return where the emulator listens, as seen from the test.
	 * @return the address without trailing slash
	 */
	public String baseUrl() {
		return emulator().baseUrl();
	}

	/**
	 * Return the key that opens the Backend API.
	 * @return the secret key
	 */
	public String secretKey() {
		return emulator().secretKey();
	}

	/**
	 * Return the publishable key, which holds the host of the issuer.
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
	 * Return where the public key set is, as seen from the test.
	 * @return the address
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
