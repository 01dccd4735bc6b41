package io.github.clerkspring.emulator.console;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.github.clerkspring.emulator.Browser;
import io.github.clerkspring.emulator.ClerkEmulator;
import io.github.clerkspring.emulator.Fault;
import io.github.clerkspring.emulator.minting.TokenKind;
import io.github.clerkspring.emulator.webhooks.WebhookReceiver;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Console} over HTTP, without a browser.
 */
class ConsoleTests {

	private static final String HOSTILE = "</td><script>alert(1)</script>\"'><img src=x onerror=alert(2)>";

	private final ClerkEmulator clerk = ClerkEmulator.start();

	@AfterEach
	void close() {
		this.clerk.close();
	}

	@Test
	void countsWhatIsThere() {
		String ada = this.clerk.users().create("ada@example.com");
		String acme = this.clerk.organizations().create("Acme");
		this.clerk.organizations().addMember(acme, ada, "org:admin");
		this.clerk.call("POST", "/sessions", Map.of("user_id", ada));
		assertThat(get("/")).contains("<strong>1</strong> Users", "<strong>1</strong> Organizations",
				"<strong>1</strong> Memberships", "<strong>1</strong> Sessions");
	}

	@Test
	void tellsWhatToConfigure() {
		assertThat(get("/")).contains(this.clerk.baseUrl(), this.clerk.secretKey(), this.clerk.publishableKey());
	}

	@Test
	void createsUserOrganizationAndMembershipFromEmptyPages() {
		for (String page : new String[] { "users", "organizations", "memberships" }) {
			assertThat(get("/console/" + page)).contains("<details class=\"create\" open>");
		}
		String ada = created("users", "email_address=ada%40example.com&first_name=Ada&username=&last_name=&password=");
		String acme = created("organizations", "name=Acme&slug=&created_by=");
		Browser.Answer added = browser().fromItsOwnPage()
			.post("/console/memberships", "organization_id=" + acme + "&user_id=" + ada + "&role=org%3Aadmin");
		assertThat(added.header("Location")).isEqualTo("/console/memberships");
		assertThat(get("/console/users")).contains("ada@example.com", "<details class=\"create\">");
		assertThat(get("/console/memberships")).contains("Acme", "ada@example.com", "org:admin");
	}

	@Test
	void keepsFormOfRefusedResource() {
		for (String page : new String[] { "users", "organizations", "memberships" }) {
			Browser.Answer refused = browser().fromItsOwnPage()
				.post("/console/" + page, "username=%21&name=&organization_id=org_kept&slug=kept");
			assertThat(refused.status()).as(page).isBetween(400, 499);
			assertThat(refused.body()).contains("role=\"alert\"", "<details class=\"create\" open>");
		}
		assertThat(this.clerk.call("GET", "/users/count", null)).containsEntry("total_count", 0);
	}

	@Test
	void mintsTokenWithLifetime() {
		String ada = this.clerk.users().create("ada@example.com");
		Browser.Answer answer = browser().fromItsOwnPage()
			.post("/console/tokens", "kind=session&user_id=" + ada + "&expires_in=86400");
		String token = answer.body().replaceAll("(?s).*data-copy=\"(ey[^\"]+)\".*", "$1");
		String claims = new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
		JsonNode read = JsonMapper.shared().readTree(claims);
		assertThat(read.get("exp").asLong() - read.get("iat").asLong()).isEqualTo(86400);
		answer = browser().fromItsOwnPage().post("/console/tokens", "kind=session&user_id=" + ada + "&expires_in=long");
		assertThat(answer.body()).contains("Lifetime must be a whole number");
	}

	@ParameterizedTest
	@EnumSource(TokenKind.class)
	void offersEveryOptionOfTokens(TokenKind kind) {
		String page = get("/console/tokens?kind=" + kind.key());
		assertThat(kind.options()).allSatisfy((option) -> assertThat(page)
			.contains(((option.isVariant()) ? "<option value=\"" : "name=\"") + option.key() + "\""));
	}

	@Test
	void copiesVariablesAsFile() {
		assertThat(get("/")).contains("data-copy=\"CLERK_API_URL=" + this.clerk.baseUrl() + "\nCLERK_SECRET_KEY="
				+ this.clerk.secretKey() + "\n", "Copy as .env", "-----BEGIN PUBLIC KEY-----");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/console", "/console/users", "/console/organizations", "/console/memberships",
			"/console/sessions", "/console/tokens", "/console/webhooks", "/console/requests" })
	void everyPageIsAPageOfItsOwn(String path) {
		Browser.Answer answer = browser().get(path);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
		assertThat(answer.body()).startsWith("<!DOCTYPE html>")
			.contains("<html lang=\"en\">", "href=\"#main\"", "id=\"main\"", "aria-live=\"polite\"")
			.containsOnlyOnce("<h1>")
			.containsOnlyOnce("aria-current=\"page\"");
	}

	@Test
	void runsNothingThatIsWrittenIntoAPage() {
		Browser.Answer answer = browser().get("/");
		assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'", "script-src 'self';",
				"style-src 'self';", "form-action 'self'", "frame-ancestors 'none'");
		assertThat(answer.header("Content-Security-Policy")).doesNotContain("unsafe");
		assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(answer.body()).doesNotContainPattern("<script(?! src=)")
			.doesNotContainPattern("\\son[a-z]+=")
			.doesNotContain("<style", " style=");
	}

	@ParameterizedTest
	@ValueSource(strings = { "console.css:text/css", "console.js:text/javascript", "icon.svg:image/svg+xml" })
	void servesItsResources(String resource) {
		String[] parts = resource.split(":");
		Browser.Answer answer = browser().get("/console/" + parts[0]);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.header("Content-Type")).startsWith(parts[1]);
		assertThat(answer.body()).isNotEmpty();
	}

	@Test
	void showsOnePageOfALongListAndSearchesIt() {
		for (int i = 1; i <= 30; i++) {
			this.clerk.users().create("user" + i + "@example.com");
		}
		assertThat(get("/console/users")).contains("1–25 of 30", "user30@example.com", ">Older</a>")
			.doesNotContain("user5@example.com", ">Newer</a>");
		assertThat(get("/console/users?page=2")).contains("26–30 of 30", "user5@example.com", ">Newer</a>")
			.doesNotContain("user30@example.com", ">Older</a>");
		assertThat(get("/console/users?query=user17@")).contains("1–1 of 1", "user17@example.com")
			.doesNotContain("user18@example.com");
		assertThat(get("/console/users?page=x")).contains("1–25 of 30");
		assertThat(get("/console/users?query=nobody")).contains("Nothing matches");
	}

	@Test
	void showsUserWithMembershipsAndSessions() {
		String ada = this.clerk.users()
			.create((user) -> user.emailAddress("ada@example.com").firstName("Ada").lastName("Lovelace"));
		String acme = this.clerk.organizations().create("Acme");
		this.clerk.organizations().addMember(acme, ada, "org:admin");
		Object session = this.clerk.call("POST", "/sessions", Map.of("user_id", ada)).get("id");
		assertThat(get("/console/users/" + ada)).contains("<h1>Ada Lovelace</h1>", "/console/organizations/" + acme,
				"org:admin", String.valueOf(session), "&quot;primary_email_address_id&quot;");
		assertThat(get("/console/organizations/" + acme)).contains("<h1>Acme</h1>", "/console/users/" + ada,
				"1–1 of 1");
		assertThat(get("/console/organizations")).contains("Acme", acme, "<td class=\"number\">1</td>");
		assertThat(get("/console/memberships")).contains("ada@example.com", "Acme", "org:admin");
		assertThat(get("/console/sessions")).contains(String.valueOf(session), ada, "active");
	}

	@Test
	void escapesEverythingThatOthersWrote() {
		String eve = this.clerk.users().create((user) -> user.emailAddress("eve@example.com").firstName(HOSTILE));
		String organization = this.clerk.organizations().create(HOSTILE);
		this.clerk.organizations().addMember(organization, eve, "org:member");
		browser().with("User-Agent", HOSTILE).post("/v1/users?x=" + Html.encode(HOSTILE), HOSTILE);
		browser().get("/v1/" + Html.encode(HOSTILE));
		for (String path : new String[] { "/", "/console/users", "/console/users/" + eve, "/console/organizations",
				"/console/organizations/" + organization, "/console/memberships", "/console/sessions",
				"/console/requests", "/console/requests/rows", "/console/users?query=" + Html.encode(HOSTILE),
				"/console/users/" + Html.encode(HOSTILE), "/console/" + Html.encode(HOSTILE) }) {
			assertThat(browser().get(path).body()).as(path).doesNotContain("<script>", "<img src=x", "\"'>");
		}
		assertThat(get("/console/users")).contains("&lt;script&gt;alert(1)&lt;/script&gt;");
	}

	@Test
	void showsRequestsThatArrive() {
		this.clerk.clearRequests();
		String before = get("/console/requests");
		assertThat(before).contains("data-live=\"/console/requests/rows\"").doesNotContain("GET /v1/users/user_none");
		browser().with("Authorization", "Bearer " + this.clerk.secretKey()).get("/v1/users/user_none?a=b");
		assertThat(get("/console/requests")).contains("GET /v1/users/user_none", ">404</span>", "&quot;a&quot;")
			.doesNotContain(this.clerk.secretKey());
		String number = String.valueOf(this.clerk.requests().size());
		assertThat(get("/console/requests/rows")).startsWith("<tr id=\"request-");
		assertThat(get("/console/requests/rows?after=" + number)).isEmpty();
	}

	@Test
	void mintsSessionTokenAndShowsWhatIsInIt() {
		String ada = this.clerk.users().create("ada@example.com");
		String acme = this.clerk.organizations().create("Acme");
		this.clerk.organizations().addMember(acme, ada, "org:admin");
		assertThat(get("/console/tokens?user_id=" + ada)).contains("value=\"" + ada + "\"", ">Acme acme</option>");
		String page = mint(
				"kind=session&user_id=" + ada + "&organization_id=" + acme + "&claims=%7B%22tenant%22%3A%22x%22%7D");
		assertThat(page).contains("<h2 id=\"result\">The token</h2>", "data-copy=\"ey", "&quot;RS256&quot;",
				"&quot;sub&quot; : &quot;" + ada, "&quot;id&quot; : &quot;" + acme,
				"&quot;rol&quot; : &quot;admin&quot;", "&quot;tenant&quot; : &quot;x&quot;");
	}

	@Test
	void mintsWrongTokens() {
		this.clerk.clock().set(Instant.parse("2030-01-01T00:00:00Z"));
		String ada = this.clerk.users().create("ada@example.com");
		assertThat(mint("kind=session&variant=expired&user_id=" + ada)).contains("&quot;exp&quot; : 1893455940");
		assertThat(mint("kind=session&variant=pending&user_id=" + ada)).contains("&quot;sts&quot; : &quot;pending");
	}

	@Test
	void offersValidTokensAndWebhooksFirst() {
		for (String page : new String[] { "/console/tokens", "/console/webhooks" }) {
			assertThat(get(page)).contains(">Valid</option>").doesNotContain("Right");
		}
	}

	@Test
	void mintsOtherKinds() {
		assertThat(mint("kind=machine&machine_id=mch_1&format=opaque")).contains("data-copy=\"mt_", "An opaque token");
		assertThat(mint("kind=oauth&user_id=user_1&client_id=app_1&format=jwt&scopes=profile+email"))
			.contains("&quot;scope&quot; : &quot;profile email&quot;");
		assertThat(mint("kind=api_key&subject=user_1&variant=revoked")).contains("data-copy=\"ak_");
		assertThat(get("/console/tokens?kind=template")).contains("name=\"template\"");
	}

	@Test
	void saysWhatIsWrongWithTheFormAndKeepsWhatWasFilledIn() {
		Browser.Answer answer = browser().fromItsOwnPage()
			.post("/console/tokens", "kind=session&user_id=&organization_id=org_kept");
		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.body()).contains("role=\"alert\"", "user_id", "value=\"org_kept\"");
		answer = browser().fromItsOwnPage().post("/console/tokens", "kind=session&user_id=user_1&claims=%7B");
		assertThat(answer.body()).contains("More claims must be a JSON object");
	}

	@Test
	void sendsWebhookAboutTheNewestUser() {
		try (WebhookReceiver receiver = WebhookReceiver.start()) {
			String added = submit("add", "url=" + Html.encode(receiver.url()) + "&types=user.updated");
			assertThat(added).contains("The endpoint was added", "whsec_", receiver.url());
			String ada = this.clerk.users().create("ada@example.com");
			assertThat(submit("send", "type=user.updated")).isEmpty();
			this.clerk.webhooks().awaitIdle(Duration.ofSeconds(60));
			assertThat(receiver.received().get(0).body()).contains("\"type\":\"user.updated\"", ada);
			assertThat(get("/console/webhooks/rows")).contains("user.updated", "delivered", ada);
			String id = this.clerk.webhooks().deliveries().get(0).id();
			submit("resend", "id=" + id);
			this.clerk.webhooks().awaitIdle(Duration.ofSeconds(60));
			assertThat(receiver.received()).extracting(WebhookReceiver.Received::id).containsExactly(id, id);
			submit("remove", "id=" + this.clerk.webhooks().endpoints().get(0).id());
			assertThat(get("/console/webhooks")).contains("No endpoint exists yet");
		}
	}

	@Test
	void saysWhyWebhookCannotBeSent() {
		assertThat(submit("send", "type=user.created&data=%7B%22kept%22%3A1%7D"))
			.contains("No webhook endpoint takes user.created", "{&quot;kept&quot;:1}");
		assertThat(submit("send", "type=user.created&data=%5B")).contains("The data must be a JSON object");
		assertThat(submit("add", "url=ftp://example.com")).contains("role=\"alert\"", "value=\"ftp://example.com\"");
	}

	@Test
	void isNeitherRecordedNorSubjectToFaults() {
		this.clerk.failNext(Fault.status(500));
		get("/");
		get("/console/users");
		assertThat(this.clerk.requests()).isEmpty();
	}

	@Test
	void resets() {
		this.clerk.users().create("ada@example.com");
		Browser.Answer answer = browser().fromItsOwnPage().post("/console/reset", "");
		assertThat(answer.status()).isEqualTo(303);
		assertThat(get(answer.header("Location"))).contains("The emulator was reset", "<strong>0</strong> Users");
	}

	@Test
	void takesNoFormsFromOtherPages() {
		this.clerk.users().create("ada@example.com");
		assertThat(browser().post("/console/reset", "").status()).isEqualTo(403);
		for (String origin : new String[] { "null", "http://evil.example", "http://localhost:3000",
				this.clerk.baseUrl() + "0", this.clerk.baseUrl() + ".evil.example" }) {
			assertThat(browser().with("Origin", origin).post("/console/reset", "").status()).as(origin).isEqualTo(403);
		}
		assertThat(get("/")).contains("<strong>1</strong> Users");
	}

	@Test
	void answersOnlyLocalNames() {
		Browser.Answer answer = browser().with("Host", "evil.example").get("/");
		assertThat(answer.status()).isEqualTo(403);
		assertThat(answer.body()).contains("localhost").doesNotContain(this.clerk.secretKey());
		assertThat(browser().with("Host", "localhost:4000").get("/").status()).isEqualTo(200);
	}

	@Test
	void saysWhatIsNotThere() {
		Browser.Answer page = browser().get("/console/nothing");
		assertThat(page.status()).isEqualTo(404);
		assertThat(page.body()).contains("The console has no such page");
		Browser.Answer user = browser().get("/console/users/user_none");
		assertThat(user.status()).isEqualTo(404);
		assertThat(user.body()).contains("No user was found with id user_none");
		assertThat(browser().send("DELETE", "/console/users", "").status()).isEqualTo(405);
		assertThat(browser().fromItsOwnPage().post("/console/sessions", "").status()).isEqualTo(405);
	}

	@Test
	void leavesClerksPathsAlone() {
		assertThat(browser().get("/v1/console").status()).isEqualTo(401);
		assertThat(browser().get("/consoles").status()).isEqualTo(401);
	}

	private String created(String page, String form) {
		String location = browser().fromItsOwnPage().post("/console/" + page, form).header("Location");
		assertThat(location).startsWith("/console/" + page + "/");
		return location.substring(location.lastIndexOf('/') + 1);
	}

	private Browser browser() {
		return new Browser(this.clerk);
	}

	private String mint(String form) {
		Browser.Answer answer = browser().fromItsOwnPage().post("/console/tokens", form);
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		return answer.body();
	}

	private String submit(String action, String form) {
		return browser().fromItsOwnPage().post("/console/webhooks/" + action, form).body();
	}

	private String get(String path) {
		return browser().get(path).body();
	}

}
