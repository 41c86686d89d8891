package org.patchbay.attachments;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

import jakarta.inject.Inject;

import org.apache.commons.io.FileUtils;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.patchbay.attachments.store.FileStore;
import org.patchbay.testing.MovableClock;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import io.quarkus.test.junit.QuarkusTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.patchbay.attachments.SomeFiles.png;
import static org.patchbay.attachments.SomeFiles.text;
import static org.patchbay.attachments.Uploader.delete;
import static org.patchbay.attachments.Uploader.read;
import static org.patchbay.attachments.Uploader.sendPreview;
import static org.patchbay.attachments.Uploader.sent;
import static org.patchbay.testing.TestOrganisation.refused;

/** The end of files. */
@QuarkusTest
@ExtendWith(MovableClock.class)
class UnneededFilesTest {

    @Inject
    UnneededFiles unneeded;

    @Inject
    Attachments attachments;

    @Inject
    FileStore store;

    private TestOrganisation house;
    private Person agent;
    private long organisation;
    private Path folder;

    @BeforeEach
    void found() throws IOException {
        house = TestOrganisation.ofNewOrganisation();
        agent = house.agent();
        organisation = TestDatabase.count("select organisation_id from account where id = " + agent.account());
        folder = ConfigProvider.getConfig().getValue("patchbay.attachments.folder", Path.class);
        // Those of a database that was emptied since.
        FileUtils.deleteDirectory(folder.resolve(Long.toString(organisation)).toFile());
        Said.readBy(agent);
    }

    @AfterEach
    void noStrayIsLeft() {
        assertEquals(0, strays());
    }

    @Test
    void aFileThatNobodySaysIsRemovedAfterADay() throws IOException {
        MovableClock.stop();
        long unsaid = sent(agent, text("never said"), "a.txt");
        sendPreview(agent, unsaid, png(2, 2)).then().statusCode(204);
        long said = sent(agent, text("said"), "b.txt");
        Said.with(organisation, 1, 1, said);
        assertEquals(3, files());
        MovableClock.forward(Duration.ofHours(24));
        unneeded.delete();
        assertEquals(3, files());
        MovableClock.forward(Duration.ofMillis(1));
        unneeded.delete();
        assertEquals(1, files());
        assertEquals(1, TestDatabase.count("select count(*) from attachment where organisation_id = " + organisation));
        assertEquals("said".length(), taken());
    }

    @Test
    void theBytesOfADeletedFileFollowItsRow() throws IOException {
        long id = sent(agent, text("deleted"), "a.txt");
        sendPreview(agent, id, png(2, 2)).then().statusCode(204);
        sendPreview(agent, id, png(3, 3)).then().statusCode(204);
        assertEquals(3, files());
        delete(agent, id).then().statusCode(204);
        unneeded.delete();
        assertEquals(0, files());
        assertEquals(0, taken());
    }

    @Test
    void theFilesOfErasedConversationsGoAndOthersStay() throws IOException {
        long erased = sent(agent, text("erased"), "a.txt");
        long kept = sent(agent, text("kept"), "b.txt");
        Said.with(organisation, 1, 1, erased);
        Said.with(organisation, 2, 1, kept);
        Said.in(organisation, () -> attachments.erase(Map.of(1L, Set.of(1L))));
        read(agent, erased).then().spec(refused(404, "not-found"));
        assertEquals(2, files());
        unneeded.delete();
        assertEquals(1, files());
        read(agent, kept).then().statusCode(200);
    }

    @Test
    void anErasureThatIsRolledBackKeepsItsFiles() throws IOException {
        long id = sent(agent, text("kept"), "a.txt");
        Said.with(organisation, 1, 1, id);
        assertThrows(
                IllegalStateException.class,
                () -> Said.in(organisation, () -> {
                    attachments.erase(Map.of(1L, Set.of(1L)));
                    throw new IllegalStateException("rolled back");
                }));
        unneeded.delete();
        assertEquals(1, files());
        read(agent, id).then().statusCode(200);
    }

    /** As after a kill between the bytes and their row. */
    @Test
    void bytesWithoutARowAreRemovedOnceTheirWriterMustBeGone() throws IOException {
        MovableClock.stop();
        var key = organisation + "/2026/11/lost";
        Said.in(organisation, () -> {
            Usage.take(5, 1_000);
            StrayFile.expect(key, 5);
        });
        store.write(key, () -> new ByteArrayInputStream(new byte[5]), 5);
        MovableClock.forward(Duration.ofHours(1));
        unneeded.delete();
        assertEquals(1, files());
        MovableClock.forward(Duration.ofMillis(1));
        unneeded.delete();
        assertEquals(0, files());
        assertEquals(0, taken());
        Said.in(organisation, () -> assertFalse(StrayFile.adopt(key)));
    }

    @Test
    void anOrganisationTakesItsFilesAlong() throws IOException {
        sent(agent, text("unsaid"), "a.txt");
        Said.with(organisation, 1, 1, sent(agent, text("said"), "b.txt"));
        assertEquals(2, files());
        unneeded.remove(organisation);
        assertEquals(0, files());
        assertEquals(0, TestDatabase.count("select count(*) from attachment where organisation_id = " + organisation));
        assertEquals(0, taken());
    }

    private long files() throws IOException {
        var own = folder.resolve(Long.toString(organisation));
        assertTrue(Files.isDirectory(own), own.toString());
        try (var files = Files.walk(own)) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    private long strays() {
        return TestDatabase.count("select count(*) from stray_file where organisation_id = " + organisation);
    }

    private long taken() {
        return TestDatabase.count("select bytes from attachment_usage where organisation_id = " + organisation);
    }
}
