package io.github.clerkspring.sample.webhooks;

import java.io.File;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import io.github.clerkspring.client.ClerkBackendClient;
import io.github.clerkspring.client.user.UpdateUserRequest;
import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.test.autoconfigure.AutoConfigureClerkEmulator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page in Chromium. The test is skipped where Chromium is not installed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIf(value = "isChromiumInstalled", disabledReason = "there is no /usr/bin/chromium with /usr/bin/chromedriver")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureClerkEmulator(reset = false)
class ComparisonBrowserTests {

	private static final File DRIVER = new File("/usr/bin/chromedriver");

	private static final File BROWSER = new File("/usr/bin/chromium");

	@Autowired
	private ClerkEmulator clerk;

	@Autowired
	private ClerkBackendClient client;

	@Autowired
	private JdbcTemplate jdbc;

	private ChromeDriver driver;

	static boolean isChromiumInstalled() {
		return BROWSER.canExecute() && DRIVER.canExecute();
	}

	@BeforeAll
	void open(@LocalServerPort int port) {
		ChromeOptions options = new ChromeOptions().setBinary(BROWSER)
			.addArguments("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync",
					"--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update",
					"--window-size=1280,1000");
		options.setCapability("goog:loggingPrefs", Map.of(LogType.BROWSER, "ALL"));
		this.driver = new ChromeDriver(new ChromeDriverService.Builder().usingDriverExecutable(DRIVER).build(),
				options);
		this.driver.get("http://localhost:" + port);
		await(() -> this.driver.findElement(By.linkText("sign in as Ada")).click());
		await(() -> assertThat(summary()).startsWith("All"));
		// The back-fill also stores users whose webhooks are held
		await(() -> assertThat(
				this.jdbc.queryForObject("SELECT COUNT(*) FROM clerk_sync_backfill WHERE finished", Integer.class))
			.isEqualTo(3));
		// The requests before the sign-in
		this.driver.manage().logs().get(LogType.BROWSER);
	}

	@AfterAll
	void close() {
		if (this.driver != null) {
			this.driver.quit();
		}
	}

	@Test
	void bothSidesFollowTheUser() {
		String id = this.clerk.users()
			.create((user) -> user.id("user_ellen").firstName("Ellen").emailAddress("ellen@example.com"));
		List<String> columns = List.of("user_ellen", "Ellen", "ellen@example.com", "no", "Ellen", "ellen@example.com",
				"no", "equal");
		await(() -> assertThat(cells(id)).isEqualTo(columns));

		this.clerk.webhooks().hold();
		this.client.users().update(id, UpdateUserRequest.create().firstName("Grace")).block();
		await(() -> assertThat(cells(id)).isEqualTo(List.of("user_ellen", "Grace", "ellen@example.com", "no", "Ellen",
				"ellen@example.com", "no", "different")));
		await(() -> assertThat(this.driver.findElements(By.tagName("mark"))).extracting(WebElement::getText)
			.containsExactly("Grace", "Ellen"));
		await(() -> assertThat(summary()).startsWith("1 of "));

		this.clerk.webhooks().release();
		await(() -> assertThat(cells(id)).isEqualTo(List.of("user_ellen", "Grace", "ellen@example.com", "no", "Grace",
				"ellen@example.com", "no", "equal")));
		await(() -> assertThat(summary()).startsWith("All"));

		this.clerk.users().delete(id);
		await(() -> assertThat(cells(id)).isEmpty());
		assertThat(this.driver.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
	}

	@Test
	void namesAreText() {
		String name = "<img src=x onerror=\"document.title='taken'\">";
		String id = this.clerk.users().create((user) -> user.firstName(name).emailAddress("mallory@example.com"));
		await(() -> assertThat(cells(id)).contains(name));
		this.clerk.users().delete(id);
		await(() -> assertThat(cells(id)).isEmpty());
		assertThat(this.driver.getTitle()).isEqualTo("Clerk and the database");
	}

	@Test
	void fitsThePhone() {
		this.driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
				Map.of("width", 360, "height", 740, "deviceScaleFactor", 2, "mobile", true));
		try {
			assertThat(this.driver.executeScript("return document.documentElement.scrollWidth")).isEqualTo(360L);
		}
		finally {
			this.driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
		}
	}

	private String summary() {
		return this.driver.findElement(By.id("summary")).getText();
	}

	private List<String> cells(String userId) {
		return this.driver.findElements(By.xpath("//table[@id='users']//tr[th='" + userId + "']/*"))
			.stream()
			.map(WebElement::getText)
			.map((text) -> text.replaceFirst("^[✓≠] ", ""))
			.toList();
	}

	private static void await(Runnable assertion) {
		Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.ignoreExceptionsInstanceOf(WebDriverException.class)
			.untilAsserted(assertion::run);
	}

}
