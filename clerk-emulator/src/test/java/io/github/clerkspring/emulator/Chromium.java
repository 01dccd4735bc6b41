package io.github.clerkspring.emulator;

import java.io.File;
import java.util.logging.Level;

import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * Opens Chromium where it is installed.
 */
public final class Chromium {

	private static final File DRIVER = new File("/usr/bin/chromedriver");

	private static final File BROWSER = new File("/usr/bin/chromium");

	private Chromium() {
	}

	public static boolean isInstalled() {
		return BROWSER.canExecute() && DRIVER.canExecute();
	}

	/**
	 * Opens a browser that is closed with {@link ChromeDriver#quit()}.
	 * @param arguments further arguments
	 * @return the browser
	 */
	public static ChromeDriver open(String... arguments) {
		LoggingPreferences logs = new LoggingPreferences();
		logs.enable(LogType.BROWSER, Level.ALL);
		ChromeOptions options = new ChromeOptions().setBinary(BROWSER)
			.addArguments("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
					"--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update",
					"--disable-sync", "--window-size=1280,1000")
			.addArguments(arguments);
		options.setCapability("goog:loggingPrefs", logs);
		return new ChromeDriver(new ChromeDriverService.Builder().usingDriverExecutable(DRIVER).build(), options);
	}

}
