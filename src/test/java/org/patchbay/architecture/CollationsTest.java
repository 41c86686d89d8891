package org.patchbay.architecture;

import java.util.Map;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.patchbay.testing.TestDatabase;

import io.quarkus.test.junit.QuarkusTest;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Each text column is compared byte for byte, or stands here with the reason why not: a collation that ignores case and
 * accents takes two addresses, two order numbers or two people of an identity provider for one.
 */
@QuarkusTest
class CollationsTest {

    private static final String EXACT = "utf8mb4_bin";
    private static final String WORDS = "utf8mb4_0900_ai_ci";

    private static final String SEARCHED = "found by a part of it, in whatever case and accents";
    private static final String TOLD_APART =
            "told apart by sight: two that look nearly alike are taken for one another";

    private static final String FOUND_WHOLE = "found as a whole, in whatever case and accents";

    private static final String COPIED = "compared by nobody: its words are copied to ticket_words, and found there";

    private static final Map<String, String> FORGIVING = Map.ofEntries(
            entry("agent.name", SEARCHED),
            entry("customer.name", SEARCHED),
            entry("orders.product", SEARCHED),
            entry("saved_reply.name", SEARCHED),
            entry("saved_reply.text", SEARCHED),
            entry("ticket.note", COPIED),
            entry("ticket.rating_comment", COPIED),
            entry("business_hours.name", TOLD_APART),
            entry("org_group.name", TOLD_APART),
            entry("presence_reason.name", TOLD_APART),
            entry("queue.name", TOLD_APART),
            entry("queue.live_name", TOLD_APART),
            entry("routing_policy.name", TOLD_APART),
            entry("skill.name", TOLD_APART),
            entry("tag.name", TOLD_APART),
            entry("ticket_field.label", TOLD_APART),
            entry("ticket_field_value.text_value", FOUND_WHOLE));

    @Test
    void aTextIsComparedByteForByteOrThereIsAReasonWhyNot() {
        var forgiving = new TreeSet<>(TestDatabase.list(
                "select concat(table_name, '.', column_name, ' ', collation_name) from information_schema.columns"
                        + " where table_schema = database() and table_name <> 'flyway_schema_history'"
                        + " and collation_name <> '" + EXACT + "'",
                row -> row.getString(1)));
        var meant = new TreeSet<String>();
        FORGIVING.keySet().forEach(column -> meant.add(column + " " + WORDS));
        assertEquals(meant, forgiving, "decide of each new column: " + EXACT + ", or a reason here");
    }
}
