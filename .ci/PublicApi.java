import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * Prints the public and protected members of the public types of the published modules, from the compiled classes.
 * Packages and types whose Javadoc says that they are not for applications are left out, as are the parts of the emulator
 * outside its root package, and auto-configurations. The file etc/internal-types.txt, which the comparison with the last
 * release reads, must have exactly these types.
 */
class PublicApi {

	private static final Pattern INTERNAL = Pattern
		.compile("[Nn]ot (intended )?for (use by )?applications|Applications do not use this package");

	private static final Path INTERNAL_TYPES = Path.of("etc/internal-types.txt");

	private static final Pattern LISTED = Pattern
		.compile("io\\.github\\.clerkspring\\.(" + String.join("|", lines(INTERNAL_TYPES)) + ")");

	private static final ToolProvider JAVAP = ToolProvider.findFirst("javap").orElseThrow();

	public static void main(String[] modules) {
		SortedMap<String, String> types = new TreeMap<>();
		List<String> problems = new ArrayList<>();
		for (String module : modules) {
			new PublicApi(Path.of(module), problems).collect(types);
		}
		if (!problems.isEmpty()) {
			problems.forEach(System.err::println);
			System.exit(1);
		}
		types.values().forEach(System.out::println);
	}

	private final Path sources;

	private final Path classes;

	private final List<String> problems;

	PublicApi(Path module, List<String> problems) {
		this.problems = problems;
		this.sources = module.resolve("src/main/java");
		this.classes = module.resolve("target/classes");
	}

	private void collect(SortedMap<String, String> types) {
		List<String> files;
		try (Stream<Path> all = Files.walk(this.classes)) {
			files = all.filter(this::isApi).map(Path::toString).sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Build the project first: ./mvnw -DskipTests package", ex);
		}
		if (files.isEmpty()) {
			return;
		}
		for (String type : javap(files).split("(?m)^Compiled from .*\\R")) {
			List<String> lines = type.lines().filter((line) -> !line.isBlank() && !line.equals("}")).toList();
			if (!lines.isEmpty() && lines.get(0).startsWith("public ")) {
				String declaration = lines.get(0).replace(" {", "");
				types.put(declaration.replaceFirst("^.*?(io\\.github\\.\\S+).*$", "$1"), text(declaration, lines));
			}
		}
	}

	private static String text(String declaration, List<String> lines) {
		List<String> members = new ArrayList<>(lines.subList(1, lines.size()));
		members.removeIf((member) -> member.matches(".* (equals|hashCode|toString)\\(.*"));
		members.sort(null);
		members.add(0, declaration);
		return String.join(System.lineSeparator(), members);
	}

	private boolean isApi(Path file) {
		String name = this.classes.relativize(file).toString();
		if (!name.endsWith(".class") || name.matches(".*\\$\\d.*|.*package-info\\.class")) {
			return false;
		}
		Path source = this.sources.resolve(name.replaceFirst("(\\$.*)?\\.class$", ".java"));
		if (!Files.exists(source) || !isPublic(source)) {
			return false;
		}
		boolean internal = name.matches(".*AutoConfiguration(\\$.*)?\\.class|.*/clerkspring/emulator/.+/.*")
				|| isInternal(source) || isInternal(source.resolveSibling("package-info.java"));
		String type = name.replaceFirst("\\.class$", "").replace('/', '.');
		if (internal != LISTED.matcher(type).matches()) {
			this.problems.add(type + (internal ? " must be in " : " is public API, but in ") + INTERNAL_TYPES);
		}
		return !internal;
	}

	private static boolean isPublic(Path source) {
		return read(source).matches("(?s).*\\n(public )(\\w+ |non-sealed |@)*(class|interface|record|enum) .*");
	}

	private static boolean isInternal(Path source) {
		return INTERNAL.matcher(read(source).replaceAll("\\s*\\n \\*\\s*", " ")).find();
	}

	private static List<String> lines(Path file) {
		return read(file).lines().toList();
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String javap(List<String> files) {
		StringWriter output = new StringWriter();
		PrintWriter writer = new PrintWriter(output);
		List<String> arguments = new ArrayList<>(List.of("-protected"));
		arguments.addAll(files);
		if (JAVAP.run(writer, writer, arguments.toArray(String[]::new)) != 0) {
			throw new IllegalStateException(output.toString());
		}
		return output.toString();
	}

}
