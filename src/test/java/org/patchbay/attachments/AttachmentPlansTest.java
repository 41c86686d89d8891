package org.patchbay.attachments;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.shared.time.Times;
import org.patchbay.testing.StatementLog;
import org.patchbay.testing.StatementLog.Sent;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;

import io.quarkus.test.junit.QuarkusTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.patchbay.attachments.SomeFiles.text;
import static org.patchbay.attachments.Uploader.sent;

/** The reads of attachments, where one account sent ten thousand: by keys, and few rows of them. */
@QuarkusTest
class AttachmentPlansTest {

    private static final int SAID = 10_000;
    private static final int FEW = 20;
    private static final Pattern ATTACHMENT = Pattern.compile("(?:from|update) attachment\\b");

    @Inject
    Attachments attachments;

    private long organisation;

    @AfterEach
    void removeThem() {
        TestDatabase.execute("delete from attachment where organisation_id = " + organisation);
    }

    @Test
    void noneReadsFilesThatItIsNotAbout() {
        var house = TestOrganisation.ofNewOrganisation();
        organisation = TestDatabase.count("select id from organisation where slug = '" + house.organisation() + "'");
        var agent = house.agent();
        long id = sent(agent, text("a"), "a.txt");
        TestDatabase.execute(
                "set session cte_max_recursion_depth = 1000000",
                ("insert into attachment (organisation_id, uploader_id, name, size, type, sha256, shown, state,"
                                + " conversation_id, message_number, created_at) with recursive n (i) as (select 1"
                                + " union all select i + 1 from n where i < %d) select a.organisation_id,"
                                + " a.uploader_id, a.name, a.size, a.type, a.sha256, a.shown, a.state, n.i div 5,"
                                + " n.i mod 5, a.created_at from n join attachment a on a.id = %d")
                        .formatted(SAID, id));
        TestDatabase.execute("analyze table attachment");
        var statements = StatementLog.during(() -> {
                    Said.in(organisation, () -> {
                        attachments.ofMessages(7, List.of(1L, 2L, 3L));
                        attachments.check(Said.actor(organisation, agent), List.of(id));
                        Attachment.unsaid(Times.now().minus(Duration.ofDays(1)), 100);
                        attachments.eraseUnsaid(1);
                        attachments.erase(Map.of(SAID + 1L, Set.of(1L), SAID + 2L, Set.of(1L)));
                    });
                    sent(agent, text("a"), "a.txt");
                })
                .stream()
                .map(Sent::sql)
                .filter(sql -> ATTACHMENT.matcher(sql).find())
                .distinct()
                .toList();
        assertTrue(statements.size() >= 6, () -> "only these were seen: " + statements);
        for (var sql : statements) {
            for (var rows :
                    TestDatabase.list("explain " + sql, row -> row.getString("key") + " " + row.getInt("rows"))) {
                assertTrue(!rows.startsWith("null"), () -> rows + " of " + sql);
                assertTrue(Integer.parseInt(rows.substring(rows.indexOf(' ') + 1)) <= FEW, () -> rows + " of " + sql);
            }
        }
        assertEquals(
                SAID,
                TestDatabase.count("select count(*) from attachment where conversation_id is not null"
                        + " and organisation_id = " + organisation));
    }
}
