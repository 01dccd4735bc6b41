package io.github.clerkspring.emulator.console;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogType;

import io.github.clerkspring.emulator.Browser;
import io.github.clerkspring.emulator.Chromium;
import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.emulator.minting.TokenKind;
import io.github.clerkspring.emulator.webhooks.WebhookReceiver;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the {@link Console} in Chromium. They are skipped where there is none.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIf(value = "io.github.clerkspring.emulator.Chromium#isInstalled",
		disabledReason = "there is no /usr/bin/chromium with /usr/bin/chromedriver")
class ConsoleBrowserTests {

	/** The texts with too little contrast to what is behind them. */
	private static final String PALE = """
			const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
			const pixel = (colors) => {
				context.clearRect(0, 0, 1, 1);
				colors.forEach((color) => { context.fillStyle = color; context.fillRect(0, 0, 1, 1); });
				return Array.from(context.getImageData(0, 0, 1, 1).data).slice(0, 3).map((part) => part / 255);
			};
			const luminance = (parts) => parts.map((part) => part <= 0.03928 ? part / 12.92
				: Math.pow((part + 0.055) / 1.055, 2.4))
				.reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
			const backgrounds = (element) => element === null ? []
				: [...backgrounds(element.parentElement), getComputedStyle(element).backgroundColor];
			const contrast = (element) => {
				const behind = backgrounds(element);
				const [dark, light] = [pixel(behind), pixel([...behind, getComputedStyle(element).color])]
					.map(luminance).sort((a, b) => a - b);
				return (light + 0.05) / (dark + 0.05);
			};
			return Array.from(document.querySelectorAll('body *'))
				.filter((element) => Array.from(element.childNodes).some((node) => node.nodeType === 3 && node.data.trim()))
				.filter((element) => element.checkVisibility())
				.map((element) => [element.textContent.trim(), contrast(element)])
				.filter(([text, ratio]) => ratio < 4.5)
				.map(([text, ratio]) => ratio.toFixed(2) + ' ' + text);
			""";

	private final ClerkEmulator clerk = ClerkEmulator.start();

	@SuppressWarnings("NullAway.Init")
	private ChromeDriver driver;

	@BeforeAll
	void open() {
		this.driver = Chromium.open();
	}

	@AfterEach
	void nothingWasRefused() {
		assertThat(this.driver.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
		this.clerk.reset();
	}

	@AfterAll
	void close() {
		if (this.driver != null) {
			this.driver.quit();
		}
		this.clerk.close();
	}

	@Test
	void skipLinkIsTheFirstStopAndLeadsToTheContent() {
		go("/");
		WebElement skip = tab();
		assertThat(skip.getText()).isEqualTo("Skip to the content");
		assertThat(skip.getRect().getY()).isGreaterThanOrEqualTo(0);
		skip.sendKeys(Keys.ENTER);
		assertThat(this.driver.switchTo().activeElement().getDomAttribute("id")).isEqualTo("main");
		assertThat(tab().getText()).contains("Users");
	}

	@Test
	void tabVisitsTheNavigationInOrderAndShowsWhereItIs() {
		go("/");
		List<String> pages = this.driver.findElements(By.cssSelector("header nav a"))
			.stream()
			.map(WebElement::getText)
			.toList();
		assertThat(pages).hasSize(8);
		tab();
		assertThat(tab().getText()).isEqualTo("Clerk emulator");
		for (String page : pages) {
			WebElement focused = tab();
			assertThat(focused.getText()).isEqualTo(page);
			assertThat(focused.getCssValue("outline-style")).isEqualTo("solid");
			assertThat(focused.getCssValue("outline-width")).isEqualTo("3px");
		}
	}

	@Test
	void everyFieldHasALabel() {
		for (TokenKind kind : TokenKind.values()) {
			go("/console/tokens?kind=" + kind.key());
			assertThat(unlabelled()).as(kind.key()).isEmpty();
		}
		for (String page : List.of("/console/users", "/console/organizations", "/console/memberships",
				"/console/webhooks")) {
			go(page);
			assertThat(unlabelled()).as(page).isEmpty();
		}
	}

	@Test
	void mintsTokenByKeyboardAndCopiesIt() {
		String ada = this.clerk.users().create("ada@example.com");
		String acme = this.clerk.organizations().create("Acme");
		this.clerk.organizations().addMember(acme, ada, "org:admin");
		this.driver.executeCdpCommand("Browser.grantPermissions",
				Map.of("permissions", List.of("clipboardReadWrite", "clipboardSanitizedWrite")));
		go("/console/tokens");
		WebElement user = this.driver.findElement(By.name("user_id"));
		while (!tab().equals(user)) {
			assertThat(this.driver.switchTo().activeElement().getTagName()).isNotEqualTo("body");
		}
		user.sendKeys(ada);
		tab().sendKeys(acme, Keys.ENTER);
		await(() -> assertThat(this.driver.findElement(By.id("token")).isDisplayed()).isTrue());
		String token = this.driver.findElement(By.id("token")).getDomProperty("value");
		assertThat(token).startsWith("ey").hasLineCount(1);
		assertThat(this.driver.findElement(By.cssSelector(".result")).getText()).contains("\"alg\" : \"RS256\"",
				"\"sub\" : \"" + ada + "\"", "\"id\" : \"" + acme + "\"", "\"rol\" : \"admin\"");
		WebElement copy = this.driver.findElement(By.cssSelector(".result button"));
		copy.sendKeys(Keys.ENTER);
		await(() -> assertThat(copy.getText()).isEqualTo("Copied"));
		assertThat(this.driver.executeScript("return navigator.clipboard.readText()")).isEqualTo(token);
	}

	@Test
	void sendsWebhookAndShowsItsDelivery() {
		try (WebhookReceiver receiver = WebhookReceiver.start()) {
			String ada = this.clerk.users().create("ada@example.com");
			go("/console/webhooks");
			this.driver.findElement(By.name("url")).sendKeys(receiver.url(), Keys.ENTER);
			await(() -> assertThat(this.driver.findElement(By.cssSelector(".notice")).getText()).contains("whsec_"));
			this.driver.findElement(By.name("type")).sendKeys("user.updated", Keys.ENTER);
			await(() -> assertThat(this.driver.findElement(By.cssSelector("table[data-live] tbody tr")).getText())
				.contains("user.updated", "delivered"));
			assertThat(receiver.received()).singleElement()
				.satisfies((received) -> assertThat(received.body()).contains("user.updated", ada));
			receiver.answer(500);
			this.clerk.webhooks().send("session.created", Map.of());
			await(() -> assertThat(this.driver.findElement(By.cssSelector("table[data-live] tbody tr")).getText())
				.contains("session.created", "retrying"));
			assertThat(this.driver.findElements(By.cssSelector("table[data-live] tbody tr"))).hasSize(2);
		}
	}

	@Test
	void requestsArriveWithoutReloadAndAreAnnounced() {
		go("/console/requests");
		assertThat(this.driver.findElements(By.cssSelector("tbody tr"))).isEmpty();
		call("/v1/users/user_first");
		await(() -> assertThat(this.driver.findElement(By.cssSelector("tbody tr")).getText())
			.contains("GET /v1/users/user_first", "404"));
		assertThat(this.driver.findElement(By.id("news")).getDomProperty("textContent"))
			.isEqualTo("GET /v1/users/user_first answered 404");
		this.driver.findElement(By.cssSelector("tbody summary")).sendKeys(Keys.ENTER);
		call("/v1/users/user_second");
		await(() -> assertThat(this.driver.findElement(By.cssSelector("tbody tr")).getText())
			.contains("GET /v1/users/user_second"));
		assertThat(this.driver.findElements(By.cssSelector("tbody details[open]"))).hasSize(1);
		assertThat(this.driver.switchTo().activeElement().getText()).contains("user_first");
	}

	@Test
	void pausesByKeyboard() {
		go("/console/requests");
		WebElement pause = this.driver.findElement(By.cssSelector("button[aria-pressed]"));
		pause.sendKeys(Keys.SPACE);
		assertThat(pause.getDomAttribute("aria-pressed")).isEqualTo("true");
		call("/v1/users/user_first");
		pause.sendKeys(Keys.SPACE);
		await(() -> assertThat(this.driver.findElement(By.cssSelector("tbody tr")).getText()).contains("user_first"));
	}

	@Test
	void runsNoScriptOfAHostileUser() {
		String name = "<img src=x onerror=\"document.title='taken'\"><script>document.title='taken'</script>";
		String eve = this.clerk.users().create((user) -> user.emailAddress("eve@example.com").firstName(name));
		go("/console/users");
		assertThat(this.driver.findElement(By.cssSelector("tbody a")).getText()).isEqualTo(name);
		this.driver.findElement(By.cssSelector("tbody a")).sendKeys(Keys.ENTER);
		await(() -> assertThat(this.driver.getCurrentUrl()).endsWith("/console/users/" + eve));
		await(() -> assertThat(this.driver.findElement(By.tagName("h1")).getText()).isEqualTo(name));
		assertThat(this.driver.getTitle()).startsWith("<img").doesNotStartWith("taken");
	}

	@Test
	void resetsByKeyboard() {
		this.clerk.users().create("ada@example.com");
		go("/");
		this.driver.findElement(By.cssSelector("main > details > summary")).sendKeys(Keys.ENTER);
		this.driver.findElement(By.cssSelector(".danger")).sendKeys(Keys.ENTER);
		await(() -> assertThat(this.driver.findElement(By.cssSelector(".notice")).getText())
			.isEqualTo("The emulator was reset."));
		assertThat(this.driver.findElement(By.cssSelector(".counts")).getText()).contains("0\nUsers");
	}

	@Test
	void canBeReadWithoutScript() {
		call("/v1/users/user_first");
		this.driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
		try {
			go("/console/requests");
			assertThat(this.driver.findElement(By.cssSelector("tbody tr")).getText()).contains("user_first");
			assertThat(this.driver.findElements(By.cssSelector("button[aria-pressed]"))).isEmpty();
			go("/");
			assertThat(this.driver.findElement(By.cssSelector(".copyable button")).isDisplayed()).isFalse();
		}
		finally {
			this.driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", false));
		}
	}

	@Test
	void fitsThePhone() {
		String ada = this.clerk.users().create("ada@example.com");
		String acme = this.clerk.organizations().create("Acme");
		this.clerk.organizations().addMember(acme, ada, "org:admin");
		this.clerk.call("POST", "/sessions", Map.of("user_id", ada));
		call("/v1/users/" + ada);
		this.driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
				Map.of("width", 360, "height", 740, "deviceScaleFactor", 2, "mobile", true));
		try {
			for (String page : List.of("/", "/console/users", "/console/users/" + ada, "/console/organizations",
					"/console/organizations/" + acme, "/console/memberships", "/console/sessions", "/console/tokens",
					"/console/webhooks", "/console/requests")) {
				go(page);
				assertThat(this.driver.executeScript("return document.documentElement.scrollWidth")).as(page)
					.isEqualTo(360L);
			}
			go("/console/users");
			this.driver.findElement(By.cssSelector(".create summary")).click();
			this.driver.findElement(By.name("email_address")).sendKeys("bob@example.com", Keys.ENTER);
			await(() -> assertThat(this.driver.findElement(By.tagName("h1")).getText()).isEqualTo("bob@example.com"));
		}
		finally {
			this.driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "light", "dark" })
	void textStandsOutFromItsBackground(String scheme) {
		String ada = this.clerk.users().create("ada@example.com");
		this.clerk.call("POST", "/sessions", Map.of("user_id", ada));
		this.clerk.call("POST", "/users/" + ada + "/ban", null);
		call("/v1/users");
		call("/v1/users/user_first");
		this.driver.executeCdpCommand("Emulation.setEmulatedMedia",
				Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
		for (String page : List.of("/", "/console/users", "/console/users/" + ada, "/console/organizations",
				"/console/sessions", "/console/tokens", "/console/webhooks", "/?done=reset")) {
			go(page);
			assertThat((List<?>) this.driver.executeScript(PALE)).as(page).isEmpty();
		}
	}

	private void go(String path) {
		this.driver.get(this.clerk.baseUrl() + path);
	}

	private WebElement tab() {
		this.driver.switchTo().activeElement().sendKeys(Keys.TAB);
		return this.driver.switchTo().activeElement();
	}

	private void call(String path) {
		new Browser(this.clerk).with("Authorization", "Bearer " + this.clerk.secretKey()).get(path);
	}

	private List<?> unlabelled() {
		return (List<?>) this.driver.executeScript("return Array.from(document.querySelectorAll("
				+ "'input:not([type=hidden]), select, textarea')).filter((field) => !field.labels.length).map((field) => field.name)");
	}

	private static void await(Runnable assertion) {
		Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.ignoreExceptionsInstanceOf(WebDriverException.class)
			.untilAsserted(assertion::run);
	}

}
