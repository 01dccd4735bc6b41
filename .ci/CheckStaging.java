import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;

import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Checks a folder with staged artifacts against the requirements of Maven Central: elements of poms, sources, Javadoc,
 * signatures, checksums, and dependencies that Maven Central has or receives. {@code .ci/stage} verifies the signatures.
 */
class CheckStaging {

	private static final String GROUP = "io.github.clerkspring";

	private static final XPath XPATH = XPathFactory.newInstance().newXPath();

	private final Path group;

	private final String version;

	private final List<String> failures = new ArrayList<>();

	CheckStaging(Path folder, String version) {
		this.group = folder.resolve(GROUP.replace('.', '/'));
		this.version = version;
	}

	public static void main(String[] arguments) throws Exception {
		CheckStaging check = new CheckStaging(Path.of(arguments[0]), arguments[1]);
		check.run();
		check.failures.forEach(System.err::println);
		System.exit(check.failures.isEmpty() ? 0 : 1);
	}

	private void run() throws Exception {
		Set<String> staged;
		try (Stream<Path> artifacts = Files.list(this.group)) {
			staged = artifacts.map((artifact) -> artifact.getFileName().toString())
				.collect(Collectors.toCollection(TreeSet::new));
		}
		for (String artifact : staged) {
			check(artifact, staged);
		}
		Set<String> managed = new TreeSet<>(texts(pom("clerk-bom"), "/project/dependencyManagement//artifactId"));
		managed.add("clerk-bom");
		require(managed.equals(staged), "clerk-bom manages " + managed + ", staged are " + staged);
		System.out.println(GROUP + " " + this.version + ": " + staged);
	}

	private void check(String artifact, Set<String> staged) throws Exception {
		Document pom = pom(artifact);
		checkPom(artifact, pom, staged);
		List<String> classifiers = new ArrayList<>(List.of(".pom", "-cyclonedx.json", "-cyclonedx.xml"));
		if (!"pom".equals(text(pom, "/project/packaging"))) {
			classifiers.addAll(List.of(".jar", "-sources.jar", "-javadoc.jar"));
		}
		for (String classifier : classifiers) {
			Path file = file(artifact, classifier);
			require(Files.exists(file), file.getFileName() + " is missing");
		}
		List<Path> files;
		try (Stream<Path> all = Files.list(file(artifact, "").getParent())) {
			files = all.filter((file) -> !file.toString().matches(".*\\.(asc|md5|sha1|sha256|sha512)")).sorted().toList();
		}
		for (Path file : files) {
			checkFile(file);
		}
		boolean hasClasses = Files.exists(file(artifact, ".jar")) && contains(file(artifact, ".jar"), ".class");
		require(!hasClasses || contains(file(artifact, "-sources.jar"), ".java"), artifact + " has no sources");
		require(!hasClasses || contains(file(artifact, "-javadoc.jar"), "index.html"), artifact + " has no Javadoc");
	}

	private void checkPom(String artifact, Document pom, Set<String> staged) throws Exception {
		for (String element : List.of("name", "description", "url", "licenses/license/name", "licenses/license/url",
				"developers/developer/name", "scm/connection", "scm/developerConnection", "scm/url")) {
			require(!text(pom, "/project/" + element).isBlank(), artifact + ": the pom has no " + element);
		}
		require(text(pom, "/project/groupId").equals(GROUP), artifact + ": the pom has no or another groupId");
		require(text(pom, "/project/version").equals(this.version), artifact + ": the pom has no or another version");
		for (String element : List.of("parent", "repositories", "pluginRepositories", "distributionManagement", "build",
				"profiles", "modules")) {
			require(nodes(pom, "/project/" + element).getLength() == 0, artifact + ": the pom has the element " + element);
		}
		require(texts(pom, "//version").stream().noneMatch((version) -> version.matches(".*(SNAPSHOT|[$\\[(,]).*")),
				artifact + ": the pom has a version that is no release");
		NodeList dependencies = nodes(pom, "//dependency");
		for (int i = 0; i < dependencies.getLength(); i++) {
			checkDependency(artifact, dependencies.item(i), staged);
		}
	}

	private void checkDependency(String artifact, Node dependency, Set<String> staged) throws Exception {
		String name = text(dependency, "artifactId");
		String scope = text(dependency, "scope");
		require(!text(dependency, "version").isBlank(), artifact + ": the dependency " + name + " has no version");
		require(!scope.equals("system") && !scope.equals("test"), artifact + ": " + name + " has scope " + scope);
		if (text(dependency, "groupId").equals(GROUP)) {
			require(staged.contains(name), artifact + ": the dependency " + name + " is not published");
			require(text(dependency, "version").equals(this.version), artifact + ": another version of " + name);
		}
	}

	private void checkFile(Path file) throws Exception {
		Path signature = file.resolveSibling(file.getFileName() + ".asc");
		require(Files.exists(signature), file.getFileName() + " is not signed");
		for (String algorithm : List.of("MD5", "SHA-1")) {
			Path checksum = file.resolveSibling(file.getFileName() + "." + algorithm.toLowerCase().replace("-", ""));
			byte[] digest = MessageDigest.getInstance(algorithm).digest(Files.readAllBytes(file));
			require(Files.exists(checksum) && HexFormat.of().formatHex(digest).equals(Files.readString(checksum).strip()),
					checksum.getFileName() + " is missing or wrong");
		}
	}

	private void require(boolean condition, String message) {
		if (!condition) {
			this.failures.add(message);
		}
	}

	private Path file(String artifact, String suffix) {
		return this.group.resolve(artifact).resolve(this.version).resolve(artifact + "-" + this.version + suffix);
	}

	private Document pom(String artifact) throws Exception {
		return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file(artifact, ".pom").toFile());
	}

	private static boolean contains(Path jar, String suffix) throws IOException {
		try (ZipFile zip = new ZipFile(jar.toFile())) {
			return zip.stream().anyMatch((entry) -> entry.getName().endsWith(suffix));
		}
	}

	private static NodeList nodes(Object context, String path) throws XPathExpressionException {
		return (NodeList) XPATH.evaluate(path, context, XPathConstants.NODESET);
	}

	private static List<String> texts(Object context, String path) throws XPathExpressionException {
		NodeList nodes = nodes(context, path);
		return IntStream.range(0, nodes.getLength()).mapToObj((i) -> nodes.item(i).getTextContent().strip()).toList();
	}

	private static String text(Object context, String path) throws XPathExpressionException {
		return XPATH.evaluate(path, context).strip();
	}

}
