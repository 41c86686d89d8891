package org.patchbay.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The English of comments and docs: a sentence begins with its subject, and a line fits a screen. */
class EnglishTest {

    private static final int WIDTH = 120;

    /** A relative clause in place of a subject: "Who asks first waits longest." */
    private static final Pattern RIDDLE = Pattern.compile(
            "(?:^|[.:;!?)*]\\s+|<p>|^[-*\\d.> ]+|\\|\\s*|@param \\w+ |@return )"
                    + "((?:Who|What|Whom|Whose|Whoever|Whatever)\\b[^.!?]*+[.!?]?)",
            Pattern.MULTILINE);

    private static final Pattern LITERAL_OR_COMMENT =
            Pattern.compile("\"\"\"(?s:.*?)\"\"\"|\"(?:[^\"\\\\\n]++|\\\\.)*+\"|'(?:[^'\\\\\n]|\\\\[^\n])[^'\n]*+'"
                    + "|/\\*(?s:(.*?))\\*/|//([^\n]*+)");

    private static final Pattern MARGIN = Pattern.compile("^\\s*+\\*++ ?", Pattern.MULTILINE);
    private static final Pattern CODE_BLOCK = Pattern.compile("(?sm)^ *```.*?^ *```");
    private static final Pattern HEADING = Pattern.compile("(?m)^#.*$");
    private static final Pattern TABLE_OR_LINK = Pattern.compile("^\\s*\\|.*|.*(?:\\]\\(|\\]\\[|https?:).*");

    @Test
    void aRiddleIsFound() {
        assertEquals(List.of("Who asks waits."), riddles("It is so. Who asks waits. Who asks?"));
        assertEquals(List.of("What it\nis."), riddles("- What it\nis. That is all."));
        assertEquals("It is.\nSo\n", comments("/** It is. */ \"// What\" // So\n"));
    }

    @Test
    void noSentenceOfACommentBeginsWithARelativeClause() throws IOException {
        var found = new ArrayList<String>();
        for (var file : java()) {
            riddles(comments(Files.readString(file))).forEach(riddle -> found.add(file + ": " + riddle));
        }
        assertEquals(List.of(), found);
    }

    @Test
    void noSentenceOfTheDocsBeginsWithARelativeClause() throws IOException {
        var found = new ArrayList<String>();
        for (var file : docs()) {
            var prose = HEADING.matcher(withoutCode(file)).replaceAll("");
            riddles(prose).forEach(riddle -> found.add(file + ": " + riddle));
        }
        assertEquals(List.of(), found);
    }

    @Test
    void noLineIsTooWide() throws IOException {
        var found = new ArrayList<String>();
        for (var file : java()) {
            tooWide(Files.readString(file)).forEach(line -> found.add(file + ": " + line.strip()));
        }
        for (var file : docs()) {
            tooWide(withoutCode(file))
                    .filter(line -> !TABLE_OR_LINK.matcher(line).matches())
                    .forEach(line -> found.add(file + ": " + line));
        }
        assertEquals(List.of(), found);
    }

    private static List<String> riddles(String prose) {
        return RIDDLE.matcher(prose)
                .results()
                .map(found -> found.group(1).strip())
                .filter(sentence -> !sentence.endsWith("?"))
                .toList();
    }

    /** The text of the comments, a line each. */
    private static String comments(String source) {
        var text = new StringBuilder();
        LITERAL_OR_COMMENT.matcher(source).results().map(EnglishTest::comment).forEach(text::append);
        return text.toString();
    }

    private static String comment(MatchResult found) {
        if (found.group(1) != null) {
            return MARGIN.matcher(found.group(1)).replaceAll("").strip() + "\n";
        }
        return found.group(2) == null ? "" : found.group(2).strip() + "\n";
    }

    private static Stream<String> tooWide(String text) {
        return text.lines().filter(line -> line.codePointCount(0, line.length()) > WIDTH);
    }

    private static String withoutCode(Path file) throws IOException {
        return CODE_BLOCK.matcher(Files.readString(file)).replaceAll("");
    }

    private static List<Path> java() throws IOException {
        var all = new ArrayList<>(files(Path.of("src", "main", "java"), ".java"));
        all.addAll(files(Path.of("src", "test", "java"), ".java"));
        return all;
    }

    /** Those that people read beside the source: of {@code src/docs}, of the templates, and at the top. */
    private static List<Path> docs() throws IOException {
        var all = new ArrayList<>(files(Path.of("src", "docs"), ".md"));
        all.addAll(files(Path.of(".github"), ".md"));
        try (Stream<Path> top = Files.list(Path.of(""))) {
            top.filter(file -> file.toString().endsWith(".md")).sorted().forEach(all::add);
        }
        return all;
    }

    private static List<Path> files(Path folder, String suffix) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }
}
