package org.patchbay.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The pages in Markdown: whatever they link to is there, and they keep to their form. */
class MarkdownTest {

    private static final Path FRONT = Path.of("README.md");
    private static final int FRONT_LINES = 150;

    private final Set<String> mistakes = new TreeSet<>();

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        for (var page : MarkdownPage.all()) {
            for (var link : page.links()) {
                if (!link.matches("[a-z]+:.*")) {
                    follow(page, link);
                }
            }
        }
        assertEquals(Set.of(), mistakes);
    }

    private void follow(MarkdownPage page, String link) throws IOException {
        var parts = link.split("#", 2);
        var target = parts[0].isEmpty()
                ? page.file()
                : page.file().resolveSibling(parts[0]).normalize();
        if (!Files.exists(target)) {
            mistakes.add(page.file() + ": there is no " + link);
        } else if (parts.length == 2 && !MarkdownPage.read(target).anchors().contains(parts[1])) {
            mistakes.add(page.file() + ": there is no heading " + link);
        }
    }

    @Test
    void theFrontPageIsShort() throws IOException {
        assertTrue(Files.readAllLines(FRONT).size() <= FRONT_LINES, "what is longer belongs into src/docs/guide");
    }

    @Test
    void theIndexOfTheGuideNamesEachOfItsPages() throws IOException {
        assertEquals(Set.of(), unnamed("src/docs/guide"));
    }

    @Test
    void theIndexOfTheDecisionsNamesEachOfThem() throws IOException {
        assertEquals(Set.of(), unnamed("src/docs/adr"));
    }

    /** The pages of a folder of which its README tells nothing. */
    private static Set<String> unnamed(String folder) throws IOException {
        var index = MarkdownPage.read(Path.of(folder, "README.md"));
        var pages = MarkdownPage.in(folder).stream()
                .map(page -> page.file().getFileName().toString())
                .filter(name -> !name.equals("README.md"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertTrue(pages.size() > 1);
        pages.removeAll(index.links());
        return pages;
    }
}
