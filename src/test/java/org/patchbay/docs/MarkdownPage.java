package org.patchbay.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A page in Markdown.
 *
 * @param prose its lines without those of code
 */
record MarkdownPage(Path file, List<String> prose) {

    private static final Path TOP = Path.of("");
    private static final List<Path> FOLDERS = List.of(Path.of("src/docs"), Path.of("k8s"), Path.of(".github"));
    private static final Pattern FENCE = Pattern.compile("\\s*```.*");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern CODE = Pattern.compile("`[^`]*`");
    private static final Pattern HEADING = Pattern.compile("#{1,6} (.*)");

    /** All of ours. */
    static List<MarkdownPage> all() throws IOException {
        var pages = new ArrayList<MarkdownPage>();
        for (var file : files()) {
            pages.add(read(file));
        }
        return pages;
    }

    /** Those of a folder, in the order of their names. */
    static List<MarkdownPage> in(String folder) throws IOException {
        return all().stream()
                .filter(page -> page.file().startsWith(folder))
                .sorted((one, other) -> one.file().compareTo(other.file()))
                .toList();
    }

    static MarkdownPage read(Path file) throws IOException {
        var prose = new ArrayList<String>();
        boolean code = false;
        for (var line : Files.readAllLines(file)) {
            if (FENCE.matcher(line).matches()) {
                code = !code;
            } else if (!code) {
                prose.add(line);
            }
        }
        return new MarkdownPage(file, prose);
    }

    /** To what it links, as it is written. */
    List<String> links() {
        return prose.stream()
                .flatMap(line -> LINK.matcher(CODE.matcher(line).replaceAll("")).results())
                .map(found -> found.group(1))
                .toList();
    }

    /** Its headings, as links name them. */
    Set<String> anchors() {
        return prose.stream()
                .map(HEADING::matcher)
                .filter(heading -> heading.matches())
                .map(heading -> heading.group(1)
                        .replaceAll("]\\([^)]*\\)", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    private static List<Path> files() throws IOException {
        var files = new ArrayList<Path>();
        try (var top = Files.list(TOP)) {
            top.forEach(files::add);
        }
        for (var folder : FOLDERS) {
            try (Stream<Path> below = Files.walk(folder)) {
                below.forEach(files::add);
            }
        }
        return files.stream().filter(file -> file.toString().endsWith(".md")).toList();
    }
}
