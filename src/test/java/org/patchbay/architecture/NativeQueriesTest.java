package org.patchbay.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Native SQL, to which Hibernate adds no organisation. */
class NativeQueriesTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern CALL = Pattern.compile("createNativeQuery\\((?<argument>.*?)[;{]", Pattern.DOTALL);
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** The number of native queries by class, so that a new one is a decision. */
    private static final Map<String, Integer> KNOWN = Map.ofEntries(
            entry("AuditChain", 4),
            entry("AuditErasure", 2),
            entry("Batches", 1),
            entry("IdempotencyKey", 1),
            entry("Organisation", 1),
            entry("OrganisationPurge", 2),
            entry("SignInFailure", 1),
            entry("Group", 1),
            entry("RosterLock", 2),
            entry("PresenceReason", 1),
            entry("Queue", 1),
            entry("QueueMember", 1),
            entry("AgentLimit", 1),
            entry("Assignment", 2),
            entry("MatchQueries", 3),
            entry("Candidates", 1),
            entry("PoolSummaries", 2),
            entry("RequirementPools", 5),
            entry("EligibilityIndex", 6),
            entry("LastSeen", 1),
            entry("LeaseTable", 4),
            entry("Timer", 1),
            entry("FeedStore", 11),
            entry("TicketFigures", 1));

    /** The database's functions of time in SQL and HQL, wherever they stand in a query. */
    private static final Pattern TIME = Pattern.compile(
            "\\b(utc_(timestamp|date|time)|current_(timestamp|date|time)|current timestamp"
                    + "|local(time|timestamp)|sysdate|cur(date|time))\\b"
                    + "|\\bnow\\(|\\bunix_timestamp\\(\\)|\\b(local|offset) (datetime|date|time)\\b",
            Pattern.CASE_INSENSITIVE);

    /** The tables whose rows belong to no organisation. */
    private static final List<String> OF_NOBODY =
            List.of("into organisation ", "update lease ", "into lease ", "from lease ", "information_schema");

    /** Clears up in all organisations. */
    private static final String OF_ALL = "Batches";

    @Test
    void everyNativeQueryIsKnownAndCarriesTheOrganisation() throws IOException {
        var found = new TreeMap<String, Integer>();
        var without = new ArrayList<String>();
        for (var source : sources()) {
            var text = Files.readString(source);
            var name = source.getFileName().toString().replace(".java", "");
            var calls = CALL.matcher(text);
            while (calls.find()) {
                found.merge(name, 1, Integer::sum);
                var sql = sql(calls.group("argument"), text);
                if (!sql.contains("organisation_id")
                        && !name.equals(OF_ALL)
                        && OF_NOBODY.stream().noneMatch(sql::contains)) {
                    without.add(name + ": " + sql);
                }
            }
        }
        assertEquals(List.of(), without, "native queries without organisation_id");
        assertEquals(new TreeMap<>(KNOWN), found, "native queries by class");
    }

    /** Rows carry the times of {@code Times}: a comparison with another clock is wrong by its difference. */
    @Test
    void noQueryTellsTheTimeByItself() throws IOException {
        var found = new ArrayList<String>();
        for (var source : sources()) {
            if (TIME.matcher(literals(Files.readString(source))).find()) {
                found.add(source.getFileName().toString());
            }
        }
        assertEquals(List.of("DatabaseClockSync.java"), found);
    }

    /** The literals of the call; where it passes a variable on, all literals of the class. */
    private static String sql(String argument, String text) {
        return literals(argument.stripLeading().startsWith("\"") ? argument : text);
    }

    private static String literals(String java) {
        return LITERAL.matcher(java).results().map(literal -> literal.group(1)).collect(Collectors.joining());
    }

    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }
}
