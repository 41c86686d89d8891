package org.patchbay.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.patchbay.testing.TestDatabase;

import io.quarkus.test.junit.QuarkusTest;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Keys stay within one organisation, so that it can live on any server: a row refers to rows of its organisation, and
 * is unique among them. Other keys stand here with the reason.
 */
@QuarkusTest
class KeysTest {

    private static final String OF_ALL = "found by it before anybody knows the organisation, and unique by chance";

    private static final String NAME_OF_ALL = "strangers tell organisations apart by it: unique over all";

    private static final String IS_THE_ORGANISATION = "holds the organisation itself, or null: one for each";

    private static final String FROM_THE_ACCOUNT =
            "an account belongs to one organisation, and Hibernate finds the row by its key alone";

    private static final Map<String, String> UNIQUE = Map.ofEntries(
            entry("api_client.uk_api_client_client_id", OF_ALL),
            entry("password_link.PRIMARY", OF_ALL),
            entry("session.uk_session_family", OF_ALL),
            entry("organisation.uk_organisation_slug", NAME_OF_ALL),
            entry("organisation.uk_organisation_host_name", NAME_OF_ALL),
            entry("org_group.uk_group_root", IS_THE_ORGANISATION),
            entry("queue.uk_queue_default", IS_THE_ORGANISATION),
            entry("routing_policy_version.uk_routing_policy_version_published", IS_THE_ORGANISATION),
            entry("idempotency_key.PRIMARY", FROM_THE_ACCOUNT));

    private static final String SWEPT = "what is due or over is found by it over all organisations, in order of time";

    /** Lookups and sweeps over all organisations read these. */
    private static final Map<String, String> OTHERS = Map.ofEntries(
            entry("account.ix_account_email", "finds the organisation that a stranger means by their address"),
            entry(
                    "agent.ix_agent_presence",
                    "counts all that are present for the gauges, and finds those who are gone"),
            entry("agent.ix_agent_neglects", SWEPT),
            entry("queue_member.ix_queue_member_groups", "finds the groups of a queue, whose id is one of all"),
            entry("attachment.ix_attachment_unsaid", SWEPT),
            entry("decision.ix_decision_at", SWEPT),
            entry("delivery.ix_delivery_parked", SWEPT),
            entry("delivery_lane.ix_delivery_lane_due", SWEPT),
            entry("draft.ix_draft_changed", SWEPT),
            entry("idempotency_key.ix_idempotency_key_created", SWEPT),
            entry("mention.ix_mention_old", SWEPT),
            entry("password_link.ix_password_link_expires", SWEPT),
            entry("recording.ix_recording_due", SWEPT),
            entry("session.ix_session_account", FROM_THE_ACCOUNT),
            entry("session.ix_session_expires", SWEPT),
            entry("sign_in_failure.ix_sign_in_failure_since", SWEPT),
            entry("stray_file.ix_stray_file_since", SWEPT),
            entry("ticket_call.ix_ticket_call_watch", SWEPT),
            entry("ticket_words.ft_ticket_words", "a full-text key has one column, whose tokens bear the organisation"),
            entry("timer.ix_timer_try", SWEPT));

    /** The id of something, which a table may have as its only key. */
    private static final Set<String> IDS = Set.of("id", "account_id", "agent_id", "queue_id");

    private record Key(String name, boolean unique, List<String> columns) {

        private boolean isOfTheOrganisation() {
            return columns.getFirst().equals("organisation_id");
        }

        private boolean isAnId() {
            return name.endsWith(".PRIMARY") && columns.size() == 1 && IDS.contains(columns.getFirst());
        }
    }

    @Test
    void everyUniqueKeyBeginsWithTheOrganisation() {
        assertEquals(new TreeSet<>(UNIQUE.keySet()), others(true));
    }

    @Test
    void everyOtherKeyDoesToo() {
        assertEquals(new TreeSet<>(OTHERS.keySet()), others(false));
    }

    /** A key compares the organisations of both rows, or refers to the organisation itself. */
    @Test
    void everyForeignKeyCarriesTheOrganisation() {
        var wrong = new ArrayList<String>();
        int keys = TestDatabase.list(
                        "select concat(table_name, '.', constraint_name), sum(column_name = 'organisation_id' and"
                                + " referenced_column_name = if(referenced_table_name = 'organisation', 'id',"
                                + " 'organisation_id')) from information_schema.key_column_usage"
                                + " where table_schema = database() and referenced_table_name is not null"
                                + " group by table_name, constraint_name",
                        row -> {
                            if (row.getInt(2) != 1) {
                                wrong.add(row.getString(1));
                            }
                            return null;
                        })
                .size();
        assertEquals(List.of(), wrong, "of " + keys);
    }

    private static Set<String> others(boolean unique) {
        var others = new TreeSet<String>();
        for (var key : TestDatabase.list(
                "select concat(table_name, '.', index_name), max(non_unique) = 0,"
                        + " group_concat(column_name order by seq_in_index) from information_schema.statistics"
                        + " where table_schema = database() and table_name not in"
                        + " ('flyway_schema_history', 'lease', 'lock_probe') group by table_name, index_name",
                row -> new Key(
                        row.getString(1),
                        row.getBoolean(2),
                        List.of(row.getString(3).split(","))))) {
            if (key.unique() == unique && !key.isOfTheOrganisation() && !key.isAnId()) {
                others.add(key.name());
            }
        }
        return others;
    }
}
