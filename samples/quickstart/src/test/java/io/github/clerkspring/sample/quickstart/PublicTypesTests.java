package io.github.clerkspring.sample.quickstart;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every public type of the published modules is named in the documentation, unless it is
 * excluded for a reason.
 */
class PublicTypesTests {

	private static final List<String> MODULES = List.of("clerk-backend-client", "clerk-security", "clerk-webhook",
			"clerk-spring-boot-autoconfigure", "clerk-spring-boot-test", "clerk-emulator");

	private static final Pattern INTERNAL = Pattern
		.compile("[Nn]ot (intended )?for (use by )?applications|Applications do not use this package");

	private static final Pattern NAME = Pattern.compile("\\b[A-Z]\\w+");

	private static final Map<String, String> EXCLUDED_PACKAGES = Map.of("client", """
			Requests, queries and records of operations, which the page on operations lists""", "emulator", """
			Parts of the emulator, which applications reach through its root package""");

	private static final Map<String, String> EXCLUDED_TYPES = Map.ofEntries(
			Map.entry("BodyField", "annotation of the interfaces of the client"),
			Map.entry("BulkBody", "annotation of the interfaces of the client"),
			Map.entry("Pages", "used by the interfaces of the client"),
			Map.entry("RecordIds", "used by the records of the client"),
			Map.entry("RequirementAnnotations", "check at start, called by the auto-configuration"),
			Map.entry("ClerkEventListenerFactory", "called by the auto-configuration"),
			Map.entry("ReceivedWebhook", "argument between filter and receiver"),
			Map.entry("WebhookOptions", "set by properties"), Map.entry("WebhookReceiver", "called by the filters"),
			Map.entry("WebhookWorker", "called by the auto-configuration"),
			Map.entry("WebhookFilter", "registered by the auto-configuration"),
			Map.entry("WebhookWebFilter", "registered by the auto-configuration"),
			Map.entry("ClerkEventReader", "used by the receiver"), Map.entry("EventTypes", "used by the reader"),
			Map.entry("MalformedEventException", "handled by the receiver"),
			Map.entry("MemoryInbox", "set by clerk.webhook.inbox"),
			Map.entry("JdbcInbox", "set by clerk.webhook.inbox"),
			Map.entry("UnitOfWork", "argument of the inbox in memory"),
			Map.entry("EndedSession", "set by clerk.ended-sessions"),
			Map.entry("EndedSessionListener", "set by clerk.ended-sessions"),
			Map.entry("EndedSessionPoller", "set by clerk.ended-sessions"),
			Map.entry("EndedSessionStore", "set by clerk.ended-sessions"),
			Map.entry("EndedSessions", "set by clerk.ended-sessions"),
			Map.entry("JdbcEndedSessionStore", "set by clerk.ended-sessions"),
			Map.entry("BackfillRunner", "set by clerk.sync"), Map.entry("ClerkUserSync", "set by clerk.sync"),
			Map.entry("ReconciliationRunner", "set by clerk.sync"), Map.entry("JdbcSyncState", "set by clerk.sync"),
			Map.entry("JdbcSyncTables", "set by clerk.sync"), Map.entry("JustInTimeUsers", "set by clerk.sync"),
			Map.entry("RequestPace", "set by clerk.sync"), Map.entry("SyncHandlers", "set by clerk.sync"),
			Map.entry("SyncMode", "set by clerk.sync"), Map.entry("SyncRecord", "set by clerk.sync"),
			Map.entry("SyncState", "set by clerk.sync"), Map.entry("SyncType", "set by clerk.sync"),
			Map.entry("ClerkSetting", "used by the auto-configuration"),
			Map.entry("ClerkProperties", "set by properties"),
			Map.entry("ClerkEndedSessionsProperties", "set by properties"),
			Map.entry("ClerkMachineTokenProperties", "set by properties"),
			Map.entry("ClerkRelayProperties", "set by properties"),
			Map.entry("ClerkSyncProperties", "set by properties"),
			Map.entry("ClerkWebhookProperties", "set by properties"), Map.entry("ClerkEndpoint", "called over HTTP"),
			Map.entry("ClerkWebhooksEndpoint", "called over HTTP"),
			Map.entry("DeliverySignal", "used by ClerkWebhookTester"),
			Map.entry("ClerkSessionRequestPostProcessor", "result of ClerkRequestPostProcessors"),
			Map.entry("ClerkSessionMutator", "result of ClerkServerConfigurers"),
			Map.entry("ClerkMachineRequestPostProcessor", "result of ClerkRequestPostProcessors"),
			Map.entry("ClerkMachineMutator", "result of ClerkServerConfigurers"),
			Map.entry("MachineAuthentications", "used by the test support of both stacks"),
			Map.entry("MachineTokenContent", "base class of the test support of both stacks"),
			Map.entry("TokenTypeReader", "used by the integration with both stacks"),
			Map.entry("UnacceptedTokenType", "used by the integration with both stacks"),
			Map.entry("SessionAuthentications", "used by the test support of both stacks"),
			Map.entry("SessionClaims", "base class of the test support of both stacks"),
			Map.entry("ClerkEmulatorAssert", "result of ClerkAssertions"),
			Map.entry("InboxAssert", "result of ClerkAssertions"),
			Map.entry("RecordedRequestsAssert", "result of ClerkAssertions"),
			Map.entry("RemoteClerkConnectionDetails", "used by ClerkContainer"),
			Map.entry("ClerkEmulatorServer", "main class of the program"),
			Map.entry("TokenBuilder", "base class of the builders of tokens"),
			Map.entry("ScopedTokenBuilder", "base class of the builders of tokens"),
			Map.entry("SignedTokenBuilder", "base class of the builders of tokens"));

	@Test
	void everyPublicTypeIsDocumented() {
		Set<String> documented = words();
		assertThat(types().map(Type::name)).hasSizeGreaterThan(120)
			.filteredOn((name) -> !EXCLUDED_TYPES.containsKey(name))
			.allSatisfy((name) -> assertThat(documented).as("docs/types.md").contains(name));
	}

	@Test
	void everyExclusionConcernsATypeThatExists() {
		assertThat(types().map(Type::name)).containsAll(EXCLUDED_TYPES.keySet());
	}

	private static Set<String> words() {
		return DocumentationTests.pages()
			.filter((page) -> !page.endsWith("CHANGELOG.md"))
			.flatMap((page) -> NAME.matcher(DocumentationTests.read(page)).results())
			.map((word) -> word.group())
			.collect(Collectors.toSet());
	}

	private static Stream<Type> types() {
		return MODULES.stream()
			.map((module) -> DocumentationTests.ROOT.resolve(module).resolve("src/main/java/io/github/clerkspring"))
			.flatMap(PublicTypesTests::types);
	}

	private static Stream<Type> types(Path module) {
		return DocumentationTests.list(module)
			.filter((file) -> file.toString().endsWith(".java"))
			.map((file) -> new Type(module.relativize(file), DocumentationTests.read(file)))
			.filter((type) -> type.isPublic() && !type.isInternal(module) && !type.isInExcludedPackage());
	}

	/**
	 * A source file.
	 */
	record Type(Path file, String source) {

		String name() {
			return this.file.getFileName().toString().replace(".java", "");
		}

		boolean isPublic() {
			return !name().endsWith("AutoConfiguration") && Pattern
				.compile("^public (\\w+ )*(class|interface|record|enum|@interface) " + name() + "\\b",
						Pattern.MULTILINE)
				.matcher(this.source)
				.find();
		}

		boolean isInternal(Path module) {
			Path description = module.resolve(this.file).resolveSibling("package-info.java");
			return isInternal(this.source) || isInternal(DocumentationTests.read(description));
		}

		private static boolean isInternal(String text) {
			return INTERNAL.matcher(text.replaceAll("\\s*\\n \\*\\s*", " ")).find();
		}

		boolean isInExcludedPackage() {
			String parent = this.file.getName(0).toString();
			return this.file.getNameCount() > 2 && EXCLUDED_PACKAGES.containsKey(parent)
					&& !this.file.getName(1).toString().equals("core");
		}

	}

}
