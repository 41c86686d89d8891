package org.patchbay.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The end of a run of all tests: its ten slowest classes, and how often an application was started. */
public final class SuiteReport {

    private static final int SLOWEST = 10;
    private static final List<String> REPORTS = List.of("surefire-reports", "failsafe-reports");
    private static final Pattern SUITE =
            Pattern.compile("<testsuite [^>]*\\bname=\"([^\"]+)\"[^>]*\\btime=\"([^\"]+)\"");

    /** A class of tests, and how many seconds it took. */
    record Timed(String name, double seconds) {}

    private SuiteReport() {}

    /** Arguments: the build folder, and when the build began. */
    public static void main(String[] args) throws IOException {
        var target = Path.of(args[0]);
        var began = Instant.parse(args[1]);
        var classes = new ArrayList<Timed>();
        for (var folder : REPORTS) {
            classes.addAll(timed(target.resolve(folder), began));
        }
        if (!classes.isEmpty()) {
            System.out.print(table(classes, Starts.since(target, began)));
        }
    }

    static String table(List<Timed> classes, List<String> starts) {
        var text = new StringBuilder("\nThe slowest of " + classes.size() + " classes of tests:\n");
        classes.stream()
                .sorted(Comparator.comparingDouble(Timed::seconds).reversed())
                .limit(SLOWEST)
                .forEach(timed ->
                        text.append(String.format(Locale.ROOT, "%8.1f s  %s%n", timed.seconds(), timed.name())));
        double sum = classes.stream().mapToDouble(Timed::seconds).sum();
        text.append(String.format(Locale.ROOT, "%8.1f s  all together%n", sum));
        return text.append("The application was started " + starts.size() + " times: " + String.join(", ", starts)
                        + "\n\n")
                .toString();
    }

    private static List<Timed> timed(Path folder, Instant began) throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
                    .filter(file -> isSince(file, began))
                    .map(SuiteReport::read)
                    .flatMap(Optional::stream)
                    .toList();
        }
    }

    private static boolean isSince(Path file, Instant began) {
        try {
            return !Files.getLastModifiedTime(file).toInstant().isBefore(began);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Timed> read(Path report) {
        try {
            var suite = SUITE.matcher(Files.readString(report));
            return suite.find()
                    ? Optional.of(new Timed(suite.group(1), Double.parseDouble(suite.group(2))))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
