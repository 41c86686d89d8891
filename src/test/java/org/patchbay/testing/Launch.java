package org.patchbay.testing;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Starts the packaged application: natively where it was built so, else on a JVM. Java 25 and later keep the knowledge
 * of a first start (JEP 514), which halves the next ones; the cache knows all classes only where they stand on a plain
 * class path, so the parts of the packaged application are put on one.
 */
final class Launch {

    private static final String RUNNER = "io.quarkus.runner.GeneratedMain";
    private static final int FIRST_WITH_CACHE = 25;

    /**
     * It lives for minutes: what would make it faster after ten only makes it start later. The heap begins as that of
     * the image does in its container of 512 MB: where it does not hold what the cache brings, Java does not start.
     */
    private static final List<String> SHORT_LIVED =
            List.of("-Xms64m", "-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    /** Of what libraries do below Java, Java warns at each start, from version 24 on. */
    private static final List<String> WITHOUT_WARNINGS = Runtime.version().feature() < FIRST_WITH_CACHE
            ? List.of()
            : List.of("--sun-misc-unsafe-memory-access=allow");

    /** As the manifest of the packaged application and its log manager want them. */
    private static final List<String> OF_THE_RUNNER = List.of(
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager");

    private final Path target;
    private final Path application;

    /**
     * @param target the build folder
     * @param application the application to start where there is no native executable, as a build puts it into a folder
     */
    Launch(Path target, Path application) {
        this.target = target;
        this.application = application;
    }

    /**
     * The command of a replica; {@code -Dreplica.jvm} sets other options than those of tests, and
     * {@code -Dreplica.java} another Java than the one that runs them. {@code -Dreplica.executable} names a native
     * executable from elsewhere, and {@code -Dreplica.executable-options} what it is started with.
     */
    List<String> command(Map<String, String> properties) throws IOException {
        var nativeImage = nativeImage();
        if (nativeImage.isPresent()) {
            var chosen = System.getProperty("replica.executable-options");
            return join(
                    List.of(nativeImage.get().toString()),
                    chosen == null ? List.of() : Arrays.asList(chosen.split(" ")),
                    options(properties));
        }
        var chosen = System.getProperty("replica.jvm");
        if (chosen != null) {
            return join(List.of(java()), Arrays.asList(chosen.split(" ")), options(properties), asImage(chosen));
        }
        var cached = isCached() ? List.of("-XX:AOTCache=" + cache()) : List.<String>of();
        return onClassPath(cached, properties);
    }

    /** The command of a replica on a JVM as tests have it, with an agent, which Java's cache does not fit. */
    List<String> commandWithAgent(String option, Map<String, String> properties) throws IOException {
        return onClassPath(List.of(option), properties);
    }

    /** Whether a training run would make the next starts faster. */
    boolean wantsTraining() throws IOException {
        return Runtime.version().feature() >= FIRST_WITH_CACHE
                && System.getProperty("replica.jvm") == null
                && nativeImage().isEmpty()
                && !isCached();
    }

    /** Writes the cache when its process ends, which then takes some seconds. */
    List<String> trainingCommand(Map<String, String> properties) throws IOException {
        return onClassPath(List.of("-XX:AOTCacheOutput=" + cache()), properties);
    }

    private Path cache() {
        return application.resolveSibling(application.getFileName() + ".aot");
    }

    /** The cache of an earlier build fits no longer. */
    private boolean isCached() throws IOException {
        var built = application.resolve("quarkus-run.jar");
        return Files.exists(cache())
                && Files.getLastModifiedTime(cache()).compareTo(Files.getLastModifiedTime(built)) > 0;
    }

    private List<String> onClassPath(List<String> more, Map<String, String> properties) throws IOException {
        return join(
                List.of(java()),
                SHORT_LIVED,
                WITHOUT_WARNINGS,
                OF_THE_RUNNER,
                more,
                options(properties),
                List.of("-cp", classPath(), RUNNER));
    }

    /** Classes that Quarkus transformed stand before their originals; sorted, since a cache fits one order only. */
    private String classPath() throws IOException {
        var jars = new ArrayList<String>();
        for (var folder : List.of("quarkus", "app", "lib/main", "lib/boot")) {
            try (var files = Files.list(application.resolve(folder))) {
                files.map(Path::toString)
                        .filter(file -> file.endsWith(".jar"))
                        .sorted()
                        .forEach(jars::add);
            }
        }
        return String.join(File.pathSeparator, jars);
    }

    Optional<Path> nativeImage() throws IOException {
        var chosen = System.getProperty("replica.executable");
        if (chosen != null) {
            return Optional.of(Path.of(chosen).toAbsolutePath());
        }
        try (var files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().endsWith("-runner"))
                    .findFirst();
        }
    }

    /** As {@code Dockerfile.jvm} does it, with Java's cache or without. */
    private List<String> asImage(String chosen) throws IOException {
        return chosen.contains("-XX:AOTCache")
                ? join(OF_THE_RUNNER, List.of("-cp", classPath(), RUNNER))
                : List.of("-jar", application.resolve("quarkus-run.jar").toString());
    }

    private static List<String> options(Map<String, String> properties) {
        return properties.entrySet().stream()
                .map(entry -> "-D" + entry.getKey() + "=" + entry.getValue())
                .toList();
    }

    private static String java() {
        var ofTests = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return System.getProperty("replica.java", ofTests);
    }

    @SafeVarargs
    private static List<String> join(List<String>... parts) {
        return Stream.of(parts).flatMap(List::stream).toList();
    }
}
