package org.patchbay.attachments;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.attachments.store.BucketServer;
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
import static org.patchbay.testing.StrictSettings.BUCKET_KEY;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.refused;

/** Files that a scanner looks into, and that a bucket keeps. */
@QuarkusTest
@TestProfile(StrictSettings.class)
class StrictAttachmentsTest {

    private static final String FOUND = "Win.Test.EICAR_HDB-1 FOUND";

    @Inject
    Attachments attachments;

    @Inject
    UnneededFiles unneeded;

    private BucketServer bucket;

    private final TestOrganisation house = new TestOrganisation();
    private Person agent;

    @BeforeEach
    void hire() throws IOException {
        agent = house.agent();
        listen();
    }

    @AfterEach
    void leave() {
        bucket.close();
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

    @Test
    void aBucketKeepsFilesAsADiskDoes() throws IOException {
        var content = Arrays.copyOf(text("Hello"), 300_000);
        Arrays.fill(content, 5, content.length, (byte) 'o');
        try (var clamd = clamd("OK")) {
            long id = sent(agent, content, "a.txt");
            sendPreview(agent, id, png(2, 2)).then().statusCode(204);
            assertEquals(2, bucket.keys().size());
            assertArrayEquals(content, read(agent, id).asByteArray());
            agent.asks()
                    .header("Range", "bytes=1-4")
                    .get(API + "/attachments/{id}", id)
                    .then()
                    .statusCode(206)
                    .body(is("ello"));
            delete(agent, id).then().statusCode(204);
            unneeded.delete();
            assertEquals(Set.of(), bucket.keys());
            assertEquals(1, clamd.scanned().size());
        }
    }

    @Test
    void withoutAnAnswerOfTheBucketNothingIsTakenOrGiven() throws IOException {
        try (var clamd = clamd("OK")) {
            long id = sent(agent, png(2, 2), "a.png");
            bucket.close();
            send(agent, png(2, 2), "a.png").then().spec(refused(503, "temporarily-unavailable"));
            read(agent, id).then().spec(refused(503, "temporarily-unavailable"));
            assertEquals(2, clamd.scanned().size());
            delete(agent, id).then().statusCode(204);
            unneeded.delete();
            listen();
            unneeded.delete();
            assertEquals(0, TestDatabase.count("select count(*) from stray_file"));
        }
    }

    private void listen() throws IOException {
        bucket = BucketServer.start(port("quarkus.s3.endpoint-override"), "patchbay-attachments", BUCKET_KEY);
    }

    private static FakeClamd clamd(String says) throws IOException {
        return FakeClamd.start(port("patchbay.attachments.scanner"), file -> says);
    }

    private static int port(String address) {
        var set = ConfigProvider.getConfig().getValue(address, String.class);
        return Integer.parseInt(set.substring(set.lastIndexOf(':') + 1));
    }
}
