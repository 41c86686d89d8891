package org.patchbay.attachments;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.StrictSettings;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.patchbay.attachments.SomeFiles.png;
import static org.patchbay.attachments.SomeFiles.text;
import static org.patchbay.attachments.Uploader.delete;
import static org.patchbay.attachments.Uploader.read;
import static org.patchbay.attachments.Uploader.send;
import static org.patchbay.attachments.Uploader.sendPreview;
import static org.patchbay.attachments.Uploader.sent;
import static org.patchbay.testing.TestOrganisation.refused;

/** Files where a scanner looks into them. */
@QuarkusTest
@TestProfile(StrictSettings.class)
class StrictAttachmentsTest {

    private static final String FOUND = "Win.Test.EICAR_HDB-1 FOUND";

    @Inject
    Attachments attachments;

    private final TestOrganisation house = new TestOrganisation();
    private Person agent;

    @BeforeEach
    void hire() {
        agent = house.agent();
    }

    @Test
    void theScannerSeesAllOfAFile() throws IOException {
        var content = Arrays.copyOf(text("Hello"), 300_000);
        Arrays.fill(content, 5, content.length, (byte) 'o');
        try (var clamd = clamd("OK")) {
            send(agent, content, "a.txt").then().statusCode(201).body("state", is("SCANNED"));
            assertEquals(1, clamd.scanned().size());
            assertArrayEquals(content, clamd.scanned().getFirst());
        }
    }

    @Test
    void malwareIsNotKeptAndNotSaid() throws IOException {
        long before = TestDatabase.count("select count(*) from stray_file");
        try (var clamd = clamd(FOUND)) {
            long id = send(agent, png(2, 2), "a.png")
                    .then()
                    .statusCode(201)
                    .body("state", is("INFECTED"))
                    .extract()
                    .jsonPath()
                    .getLong("id");
            read(agent, id).then().spec(refused(409, "file-infected"));
            sendPreview(agent, id, png(2, 2)).then().spec(refused(409, "file-infected"));
            read(house.agent(), id).then().spec(refused(404, "not-found"));
            long organisation = TestDatabase.count("select organisation_id from account where id = " + agent.account());
            var refusal = assertThrows(
                    HttpProblem.class,
                    () -> Said.in(organisation, () -> attachments.check(Said.actor(organisation, agent), List.of(id))));
            assertEquals("urn:patchbay:problem:file-infected", refusal.getType().toString());
            assertThrows(HttpProblem.class, () -> Said.with(organisation, 1, 1, id));
            assertEquals(1, TestDatabase.count("select store_key is null from attachment where id = " + id));
            delete(agent, id).then().statusCode(204);
            assertEquals(1, clamd.scanned().size());
        }
        assertEquals(before, TestDatabase.count("select count(*) from stray_file"));
    }

    @Test
    void withoutAnAnswerOfTheScannerNothingIsTaken() throws IOException {
        long before = TestDatabase.count("select count(*) from attachment");
        send(agent, png(2, 2), "a.png")
                .then()
                .spec(refused(503, "temporarily-unavailable"))
                .header("Retry-After", "5");
        try (var clamd = clamd("INSTREAM size limit exceeded. ERROR")) {
            send(agent, png(2, 2), "a.png").then().spec(refused(503, "temporarily-unavailable"));
            assertEquals(1, clamd.scanned().size());
        }
        assertEquals(before, TestDatabase.count("select count(*) from attachment"));
        try (var clamd = clamd("OK")) {
            sent(agent, png(2, 2), "a.png");
            assertEquals(1, clamd.scanned().size());
        }
    }

    private static FakeClamd clamd(String says) throws IOException {
        var address = ConfigProvider.getConfig().getValue("patchbay.attachments.scanner", String.class);
        return FakeClamd.start(Integer.parseInt(address.substring(address.indexOf(':') + 1)), file -> says);
    }
}
