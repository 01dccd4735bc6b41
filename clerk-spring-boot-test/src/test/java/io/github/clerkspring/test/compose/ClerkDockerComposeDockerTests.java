package io.github.clerkspring.test.compose;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

import io.github.clerkspring.test.EnabledWithDocker;
import io.github.clerkspring.test.remote.AbstractRemoteEmulatorTests;
import io.github.clerkspring.test.remote.SignedInApplication;

@EnabledWithDocker
@SpringBootTest(classes = SignedInApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "spring.main.web-application-type=reactive", "spring.docker.compose.skip.in-tests=false",
				"spring.docker.compose.file=src/test/resources/io/github/clerkspring/test/compose/compose.yaml",
				"spring.docker.compose.stop.command=down", "spring.docker.compose.stop.timeout=1s" })
class ClerkDockerComposeDockerTests extends AbstractRemoteEmulatorTests {

}
