package org.patchbay.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * An id says which row, not when: servers may count apart. So a query in the order of ids goes on behind one, as the
 * pages of a list do, or stands here with the reason.
 */
class OrderByIdTest {

    private static final Path SOURCES = Path.of("src/main/java");

    private static final Pattern BY_ID = Pattern.compile("order by (?:\\w+\\.)?id\\b(?! =)");
    private static final Pattern CURSOR = Pattern.compile("\\bid > [?:]");

    private static final String LOCKS = "locks rows in one order, some at a time";
    private static final String SAME = "a short list, always in the same order, whichever it is";
    private static final String OF_A_TICKET = "rows of one ticket, each written under its lock, and so in that order";

    private static final String OF_A_LANE = "rows of one lane, each written under its lock, and so in that order";

    private static final Map<String, String> WITHOUT_CURSOR = Map.ofEntries(
            entry("Assignment", SAME),
            entry("Candidates", OF_A_TICKET),
            entry("Customer", SAME),
            entry("Decision", OF_A_TICKET),
            entry("DeliveryRows", OF_A_LANE),
            entry("DispatchStore", LOCKS),
            entry("EligibilityIndex", LOCKS),
            entry("FieldDefinition", SAME),
            entry("LockProbe", "takes any row that is free"),
            entry("Order", LOCKS),
            entry("PresenceReason", SAME),
            entry("Queues", SAME),
            entry("StaleSeats", LOCKS),
            entry("TicketErasure", LOCKS),
            entry("TicketFigures", SAME),
            entry("TicketQueries", LOCKS));

    @Test
    void nothingTakesAnIdForAnAge() throws IOException {
        var found = new TreeSet<String>();
        try (var files = Files.walk(SOURCES)) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                var source = Files.readString(file);
                var matcher = BY_ID.matcher(source);
                while (matcher.find()) {
                    var statement = source.substring(source.lastIndexOf(';', matcher.start()) + 1, matcher.start());
                    if (!CURSOR.matcher(statement).find()) {
                        found.add(file.getFileName().toString().replace(".java", ""));
                    }
                }
            }
        }
        assertEquals(new TreeSet<>(WITHOUT_CURSOR.keySet()), found);
    }
}
