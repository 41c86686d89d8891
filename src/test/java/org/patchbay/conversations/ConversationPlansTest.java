package org.patchbay.conversations;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.StatementLog;
import org.patchbay.testing.StatementLog.Sent;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import io.quarkus.test.junit.QuarkusTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.unique;

/** MySQL's plans for what is read and locked of conversations, in an organisation that talked a lot. */
@QuarkusTest
class ConversationPlansTest {

    private static final Pattern OF_CONVERSATIONS =
            Pattern.compile("(?s)^(select|update|delete)\\b.*\\b(message|conversation|participant|draft|mention)\\b.*");
    private static final int MOST_ROWS = 20;

    private TestOrganisation house;
    private Person customer;
    private Person agent;
    private Person supervisor;
    private long conversation;

    @BeforeEach
    void talkALot() {
        house = TestOrganisation.ofNewOrganisation();
        customer = house.customer();
        agent = house.availableAgent();
        supervisor = house.supervisor();
        conversation = house.chat(customer, "Hello?");
        house.awaitHeldBy(agent, conversation);
        for (int i = 0; i < 60; i++) {
            customer.sends(Map.of("text", "Hello?"))
                    .post(API + "/conversations")
                    .then()
                    .statusCode(201);
        }
        for (int i = 0; i < 60; i++) {
            says(customer, "Hello again");
        }
        TestDatabase.execute("analyze table message, conversation, participant, draft, mention, ticket");
    }

    @AfterEach
    void leaveNothingWaiting() {
        house.clear();
    }

    @Test
    void nothingReadsMoreThanItTells() {
        var statements = new TreeSet<String>();
        StatementLog.during(() -> {
                    says(customer, "Are you there?");
                    says(agent, "Here I am");
                    for (var reader : List.of(customer, agent)) {
                        reader.reads("/conversations/{id}", conversation);
                        reader.reads("/conversations/{id}/messages?limit=5", conversation);
                        reader.reads("/conversations/{id}/messages?after=50&limit=5", conversation);
                        reader.reads("/conversations/{id}/messages?before=9&limit=5", conversation);
                        reader.sends(Map.of("readUpTo", 3))
                                .put(API + "/conversations/{id}/position", conversation)
                                .then()
                                .statusCode(204);
                    }
                    customer.reads("/conversations?limit=5");
                    for (var path : List.of("/conversations/{id}/transcript", "/conversations/{id}/colleagues")) {
                        agent.asks().get(API + path, conversation).then().statusCode(200);
                    }
                    agent.sends(Map.of("text", "Dear Ada"))
                            .put(API + "/tickets/{id}/drafts/reply", conversation)
                            .then()
                            .statusCode(200);
                    agent.reads("/me/drafts?limit=5");
                    agent.sends(Map.of(
                                    "text",
                                    "See this",
                                    "audience",
                                    "INTERNAL",
                                    "clientId",
                                    unique("message"),
                                    "mentionIds",
                                    List.of(supervisor.account())))
                            .post(API + "/conversations/{id}/messages", conversation)
                            .then()
                            .statusCode(201);
                    supervisor.reads("/me/mentions?limit=5");
                    supervisor
                            .asks()
                            .delete(API + "/conversations/{id}/messages/9", conversation)
                            .then()
                            .statusCode(204);
                })
                .stream()
                .map(Sent::sql)
                .filter(sql -> OF_CONVERSATIONS.matcher(sql).matches())
                .forEach(statements::add);
        assertTrue(statements.size() >= 16, statements::toString);
        var wrong = new ArrayList<String>();
        for (var sql : statements) {
            TestDatabase.list("explain " + sql, row -> {
                boolean limited = sql.contains(" limit ");
                if (row.getString("key") == null && row.getString("table") != null
                        || !limited && row.getLong("rows") > MOST_ROWS) {
                    wrong.add("%s by %s, %d rows: %s"
                            .formatted(row.getString("table"), row.getString("key"), row.getLong("rows"), sql));
                }
                return null;
            });
        }
        assertEquals(List.of(), wrong);
    }

    private void says(Person who, String text) {
        who.sends(Map.of("text", text, "clientId", unique("message")))
                .post(API + "/conversations/{id}/messages", conversation)
                .then()
                .statusCode(201);
    }
}
