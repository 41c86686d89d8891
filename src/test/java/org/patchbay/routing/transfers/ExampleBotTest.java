package org.patchbay.routing.transfers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.patchbay.testing.Patience.await;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.unique;

/** The bot of the guide does what it says, also after somebody ended it. */
@QuarkusTest
class ExampleBotTest {

    private Path home;
    private TestOrganisation house;
    private JsonPath client;
    private Person agent;
    private long front;

    @BeforeEach
    void aBotAnswersAtTheFront() throws IOException {
        home = Files.createTempDirectory("bot");
        house = TestOrganisation.ofNewOrganisation();
        agent = house.availableAgent();
        client = house.admin()
                .sends(Map.of(
                        "name",
                        "Botty",
                        "scopes",
                        List.of("conversations:read", "conversations:write", "tickets:read")))
                .post(API + "/api-clients")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        front = house.admin().reads("/queues").getLong("items.find { it.isDefault }.id");
        long people = house.queue("People");
        house.serve(people, agent);
        var bot = Map.of("apiClientId", client.getLong("id"), "handOverToQueueId", people, "patienceSeconds", 600);
        house.admin()
                .sends(Map.of("name", "Default", "distribution", "LONGEST_IDLE", "bot", bot))
                .put(API + "/queues/{id}", front)
                .then()
                .statusCode(200);
    }

    @AfterEach
    void leaveNothingWaiting() {
        house.clear();
    }

    @Test
    void itAnswersWhenWeOpenAndHandsOverAllElse() throws Exception {
        var customer = house.customer();
        var running = started();
        long chat;
        try {
            // It has heard of something, so from now on it misses nothing.
            await().until(() -> Files.exists(home.resolve("last")));
            chat = house.chat(customer, "When do you open?");
            await().untilAsserted(() -> customer.asks()
                    .get(API + "/conversations/{id}/messages", chat)
                    .then()
                    .body("items.text", contains("When do you open?", "We open at eight.")));
        } finally {
            end(running);
        }
        customer.sends(Map.of("text", "I want my money back.", "clientId", unique("message")))
                .post(API + "/conversations/{id}/messages", chat)
                .then()
                .statusCode(201);
        var again = started();
        try {
            house.awaitHeldBy(agent, chat);
        } finally {
            end(again);
        }
        agent.asks()
                .get(API + "/conversations/{id}/messages", chat)
                .then()
                .body("items[3].text", equalTo("It did not ask when we open."));
    }

    private Process started() throws IOException {
        var guide = Files.readString(Path.of("src/docs/guide/bots.md"));
        var example = guide.substring(guide.indexOf("### One in a few lines"))
                .split("```sh\n")[1]
                .split("```")[0];
        var shell = new ProcessBuilder("sh", "-c", example)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("log").toFile());
        shell.environment().put("API", "http://127.0.0.1:" + RestAssured.port + API);
        shell.environment().put("CLIENT_ID", client.getString("clientId"));
        shell.environment().put("CLIENT_SECRET", client.getString("clientSecret"));
        shell.environment().put("QUEUE", Long.toString(front));
        return shell.start();
    }

    private static void end(Process running) throws InterruptedException {
        running.descendants().forEach(ProcessHandle::destroy);
        running.destroy();
        running.waitFor();
    }
}
