package org.patchbay.screens;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The connection is cut while a part of a page is under way: for each part that the build has. */
class LostPartsIT {

    private static final Path MANIFEST = Path.of("target", "quinoa", "build", ".vite", "manifest.json");

    /** The folders of the parts that each visitor needs; {@code PLACES} has the screens that need them. */
    private static final Map<String, List<String>> FOLDERS = Map.of(
            Scene.NOBODY, List.of("src/session/", "src/widget/"),
            Scene.CUSTOMER, List.of("src/portal/"),
            Scene.AGENT, List.of("src/desk/", "src/app/", "src/tickets/"),
            Scene.SUPERVISOR, List.of("src/board/", "src/list/"),
            Scene.ADMIN, List.of("src/admin/"),
            Scene.OPERATOR, List.of("src/operations/"));

    private static final Map<String, List<String>> PLACES = Map.of(
            Scene.NOBODY, List.of("/sign-in", "/widget.html"),
            Scene.CUSTOMER, List.of("/my"),
            Scene.AGENT, List.of("/desk"),
            Scene.SUPERVISOR, List.of("/board", "/tickets"),
            Scene.ADMIN, List.of("/admin"),
            Scene.OPERATOR, List.of("/operations"));

    @RegisterExtension
    static final Stage stage = new Stage(0);

    /** The paths of the parts that come later, by their sources. */
    private static final Map<String, String> parts = new TreeMap<>();

    private final Set<String> lost = new HashSet<>();
    private final Set<String> come = new HashSet<>();
    private boolean isCut;

    @BeforeAll
    static void readParts() throws IOException {
        new ObjectMapper().readTree(MANIFEST.toFile()).properties().forEach(chunk -> {
            // Words of other languages come where they are read.
            boolean isRead = !chunk.getKey().endsWith("words.de.ts");
            if (isRead && chunk.getValue().path("isDynamicEntry").asBoolean()) {
                parts.put(chunk.getKey(), "/" + chunk.getValue().path("file").asText());
            }
        });
    }

    @Test
    void whatIsLostOnItsWayComesByItselfWhenTheLineIsBack() {
        assertTrue(parts.size() > 30, parts.toString());
        var scene = Scene.on(stage);
        PLACES.forEach((who, places) -> {
            var person = scene.visitor(who, Person.DESKTOP);
            person.page().route("**/*", route -> travel(route, person));
            person.page().onResponse(answer -> {
                if (answer.ok()) {
                    come.add(pathOf(answer.url()));
                }
            });
            places.forEach(place -> {
                // Fetches of the previous page would cut the connection of the next one before it begins.
                person.page().navigate("about:blank");
                isCut = false;
                person.page().navigate(place);
                assertThat(person.page().getByRole(AriaRole.HEADING).first()).isVisible();
            });
            var theirs = partsOf(who);
            person.page().waitForCondition(() -> come.containsAll(theirs));
            assertThat(person.marked("part-missing")).isHidden();
            showsNothingRaw(person.page());
            person.leave();
        });
        assertEquals(new TreeSet<>(parts.values()), new TreeSet<>(lost));
    }

    /**
     * Cuts the connection with the first request for a part, and restores it as soon as the page looks whether it is
     * back.
     */
    private void travel(Route route, Person person) {
        var path = pathOf(route.request().url());
        if (parts.containsValue(path) && lost.add(path)) {
            isCut = true;
            person.dropLines();
        }
        if (!isCut || route.request().isNavigationRequest()) {
            route.resume();
        } else {
            route.abort("internetdisconnected");
            isCut = !path.equals("/index.html");
        }
    }

    private static Set<String> partsOf(String who) {
        var theirs = new HashSet<String>();
        parts.forEach((source, path) -> {
            if (FOLDERS.get(who).stream().anyMatch(source::startsWith)) {
                theirs.add(path);
            }
        });
        return theirs;
    }

    private static void showsNothingRaw(Page page) {
        var text = page.innerText("body");
        for (var raw : List.of("Failed to fetch", "NetworkError", "TypeError", "dynamically imported", "Load failed")) {
            assertTrue(!text.contains(raw), text);
        }
    }

    private static String pathOf(String url) {
        return URI.create(url).getPath();
    }
}
