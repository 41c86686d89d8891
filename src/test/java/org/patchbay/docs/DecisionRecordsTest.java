package org.patchbay.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** The decision records are numbered, and each says in the same place since when it holds and what became of it. */
class DecisionRecordsTest {

    private static final String SUCCESSOR = "\\[\\d+]\\(\\d{4}-[a-z0-9-]+\\.md\\)";

    /** Number, date, and what came after it. */
    private static final Pattern FORM = Pattern.compile("# (\\d+)\\. \\S.*\\n\\n"
            + "\\*(?:Proposed|Accepted) \\d{4}-\\d{2}-\\d{2}"
            + "(; (?:amended|superseded) by " + SUCCESSOR + "(?:,? (?:and )?" + SUCCESSOR + ")*)?\\.\\*\\n\\n"
            + "\\*\\*Context\\.\\*\\*[\\s\\S]*\\n\\*\\*Decision\\.\\*\\*[\\s\\S]*"
            + "\\n\\*\\*Consequences\\.\\*\\*[\\s\\S]*");

    private static final Pattern NUMBER = Pattern.compile("\\[(\\d+)]\\((\\d{4})-");

    private final Set<String> mistakes = new TreeSet<>();

    @Test
    void theyAreNumberedWithoutAGap() throws IOException {
        var records = records();
        assertFalse(records.isEmpty());
        assertEquals(
                IntStream.rangeClosed(1, records.size()).boxed().toList(),
                records.stream().map(DecisionRecordsTest::number).toList());
    }

    @Test
    void eachSaysSinceWhenItHoldsAndWhatCameAfterIt() throws IOException {
        for (var file : records()) {
            var form = FORM.matcher(Files.readString(file));
            if (!form.matches() || Integer.parseInt(form.group(1)) != number(file)) {
                mistakes.add(file + " does not begin as the README beside it says");
            } else if (form.group(2) != null) {
                checkSuccessors(file, form.group(2));
            }
        }
        assertEquals(Set.of(), mistakes);
    }

    private void checkSuccessors(Path file, String successors) {
        NUMBER.matcher(successors)
                .results()
                .filter(found -> Integer.parseInt(found.group(1)) != Integer.parseInt(found.group(2))
                        || Integer.parseInt(found.group(1)) <= number(file))
                .forEach(found -> mistakes.add(file + " names " + found.group() + " as its successor"));
    }

    private static List<Path> records() throws IOException {
        return MarkdownPage.in("src/docs/adr").stream()
                .map(MarkdownPage::file)
                .filter(file -> !file.endsWith("README.md"))
                .toList();
    }

    private static int number(Path file) {
        return Integer.parseInt(file.getFileName().toString().substring(0, 4));
    }
}
