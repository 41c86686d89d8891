package org.patchbay.screens;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The connection is cut while a part of a page is under way: for each part that the build has. */
class LostPartsIT {

    private static final Path MANIFEST = Path.of("target", "quinoa", "build", ".vite", "manifest.json");

    /** Somebody at a page, and the folders of the parts that they need there. */
    private record Visit(String who, String place, String... folders) {}

    private static final List<Visit> VISITS = List.of(
            new Visit(Scene.NOBODY, "/sign-in", "src/session/"),
            new Visit(Scene.NOBODY, "/widget.html", "src/widget/"),
            new Visit(Scene.CUSTOMER, "/my", "src/portal/"),
            new Visit(Scene.AGENT, "/desk", "src/desk/", "src/app/", "src/tickets/"),
            new Visit(
                    Scene.SUPERVISOR,
                    "/board",
                    "src/board/",
                    "src/calls/",
                    "src/tickets/steering/",
                    "src/recordings/TicketRecordings"),
            new Visit(Scene.SUPERVISOR, "/recordings", "src/recordings/"),
            new Visit(Scene.SUPERVISOR, "/tickets", "src/list/"),
            new Visit(Scene.ADMIN, "/admin", "src/admin/"),
            new Visit(Scene.OPERATOR, "/operations", "src/operations/"));

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
        for (var visit : VISITS) {
            var person = scene.visitor(visit.who(), Person.DESKTOP);
            person.page().route("**/*", route -> travel(route, person));
            person.page().onResponse(answer -> {
                if (answer.ok()) {
                    come.add(pathOf(answer.url()));
                }
            });
            // Fetches of the previous page would cut the connection of the next one before it begins.
            person.page().navigate("about:blank");
            isCut = false;
            person.page().navigate(visit.place());
            assertThat(person.page().getByRole(AriaRole.HEADING).first()).isVisible();
            var theirs = partsOf(visit);
            awaitParts(person, theirs);
            assertThat(person.marked("part-missing")).isHidden();
            showsNothingRaw(person.page());
            person.leave();
        }
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

    private void awaitParts(Person person, Set<String> theirs) {
        try {
            person.page().waitForCondition(() -> come.containsAll(theirs));
        } catch (TimeoutError e) {
            var missing = new TreeMap<>(parts);
            missing.values().retainAll(theirs);
            missing.values().removeAll(come);
            throw new AssertionError("These parts never came: " + missing.keySet(), e);
        }
    }

    /** A part is of the visit whose folder leads nearest to it. */
    private static Set<String> partsOf(Visit visit) {
        var theirs = new HashSet<String>();
        parts.forEach((source, path) -> {
            var nearest = VISITS.stream()
                    .flatMap(each -> Stream.of(each.folders()))
                    .filter(source::startsWith)
                    .max(Comparator.comparing(String::length));
            if (List.of(visit.folders()).contains(nearest.orElse(""))) {
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
