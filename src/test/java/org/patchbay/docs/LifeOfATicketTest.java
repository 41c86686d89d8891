package org.patchbay.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The road from the request that opens a ticket to the commit, as its page tells it. */
class LifeOfATicketTest {

    private static final Path PAGE = Path.of("src/docs/life-of-a-ticket.md");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern STATION = Pattern.compile("^\\d\\. `(\\w+)\\.(\\w+)`", Pattern.MULTILINE);
    private static final Pattern FILE = Pattern.compile("`(?:[a-z]+/)+(\\w+)`");

    /** A method, in a file of that name. */
    private record Station(String type, String method) {}

    @Test
    void theRoadIsOfFiveFilesAndEachIsNamedByOneBefore() throws IOException {
        var files = files();
        var stations = stations();
        assertEquals(5, stations.stream().map(Station::type).distinct().count());
        assertEquals(new Station("TicketResource", "open"), stations.getFirst());
        var passed = new ArrayList<String>();
        for (var station : stations) {
            var file = files.get(station.type());
            assertTrue(file != null, () -> "there is no " + station.type());
            var source = Files.readString(file);
            assertTrue(source.contains(" " + station.method() + "("), () -> "there is no " + station);
            assertTrue(
                    passed.isEmpty() || leadsTo(station, source, passed),
                    () -> "no file before it leads to " + station);
            passed.add(source);
        }
    }

    @Test
    void everyFileItNamesIsThere() throws IOException {
        var named = FILE.matcher(Files.readString(PAGE))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        assertTrue(named.size() > 10);
        named.removeAll(files().keySet());
        assertEquals(Set.of(), named);
    }

    /** By a call, or from an interface to its implementation. */
    private static boolean leadsTo(Station station, String source, List<String> passed) {
        return passed.stream().anyMatch(before -> before.matches("(?s).*\\b" + station.type() + "\\b.*"))
                || interfaces(source).stream()
                        .anyMatch(wanted -> passed.getLast().contains("interface " + wanted));
    }

    /** The interfaces that a class implements. */
    private static List<String> interfaces(String source) {
        return Pattern.compile("\\bimplements ([\\w, ]+)")
                .matcher(source)
                .results()
                .flatMap(found -> List.of(found.group(1).strip().split(", ")).stream())
                .toList();
    }

    private static List<Station> stations() throws IOException {
        return STATION.matcher(Files.readString(PAGE))
                .results()
                .map(found -> new Station(found.group(1), found.group(2)))
                .toList();
    }

    /** By their names, wherever they are. */
    private static Map<String, Path> files() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            file -> file,
                            (one, another) -> one));
        }
    }
}
