package org.patchbay.recordings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.apache.commons.io.FileUtils;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.patchbay.identity.OrganisationRemains;
import org.patchbay.testing.MovableClock;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.patchbay.testing.Patience.await;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.refused;

/** Calls are recorded where the organisation says so and the customer knows, and heard by those who may. */
@QuarkusTest
@ExtendWith(MovableClock.class)
class RecordingsTest {

    private static final String AUDIO = API + "/recordings/{id}/segments/{number}/audio";

    @Inject
    RecordingSweep sweep;

    @Inject
    @All
    List<OrganisationRemains> remains;

    private TestOrganisation house;
    private Person customer;
    private Person agent;
    private Person supervisor;
    private Person admin;

    @BeforeEach
    void openAHouse() throws IOException {
        house = TestOrganisation.ofNewOrganisation();
        // An earlier database had an organisation of this number, too.
        FileUtils.deleteDirectory(folder().toFile());
        customer = house.customer();
        agent = house.agent();
        supervisor = house.supervisor();
        admin = house.admin();
    }

    @AfterEach
    void leaveNothingWaiting() {
        house.clear();
    }

    @Test
    void nothingIsRecordedUnlessTheOrganisationSaysSoAndTheCustomerAgrees() {
        var call = talk();
        agent.sends(Map.of())
                .post(API + "/calls/{id}/recordings", call.id())
                .then()
                .spec(refused(409, "conflict"));
        records("ALWAYS", "ASK", false);
        begins(call).then().spec(refused(409, "conflict"));
        var notice = customer.asks()
                .header("Accept-Language", "de")
                .get(API + "/calls/{id}/recording-notice", call.id())
                .then()
                .body("mode", is("ALWAYS"), "text", is("Wir zeichnen auf."), "agreed", nullValue())
                .extract()
                .jsonPath();
        answers(call, notice.getInt("version") + 1, true).then().spec(refused(409, "conflict"));
        answers(call, notice.getInt("version"), false).then().statusCode(200).body("agreed", is(false));
        begins(call).then().spec(refused(409, "conflict"));
        answers(call, notice.getInt("version"), true).then().statusCode(200);
        begins(call).then().statusCode(201).body("state", is("RECORDING"));
        customer.asks()
                .get(API + "/calls/{id}/recording-notice", call.id())
                .then()
                .body("recording", is(true));
    }

    @Test
    void pieceByPieceItIsKeptEncryptedAndHeardByRanges() throws IOException {
        long recording = recorded(talk(), "one two ", "three");
        assertEquals("one two three", hears(supervisor, recording).asString());
        supervisor
                .asks()
                .header("Range", "bytes=4-9")
                .get(AUDIO, recording, 1)
                .then()
                .statusCode(206)
                .header("Content-Range", "bytes 4-9/13")
                .header("Cache-Control", "private, no-store")
                .header("X-Content-Type-Options", "nosniff");
        assertEquals(
                "two th",
                supervisor
                        .asks()
                        .header("Range", "bytes=4-9")
                        .get(AUDIO, recording, 1)
                        .asString());
        supervisor
                .asks()
                .header("Range", "bytes=99-")
                .get(AUDIO, recording, 1)
                .then()
                .spec(refused(416, "range-not-satisfiable"));
        for (var file : files()) {
            assertFalse(Files.readString(file, StandardCharsets.ISO_8859_1).contains("two"), "bytes are encrypted");
        }
        assertTrue(hears(supervisor, recording).getStatusCode() == 200);
        supervisor.asks().get(AUDIO + "?download=true", recording, 1).then().statusCode(200);
        // Each listening is told once, each download each time.
        assertEquals(1, audited("RECORDING_HEARD"));
        assertEquals(1, audited("RECORDING_DOWNLOADED"));
    }

    @Test
    void piecesComeInOrderAndOnceAndAReloadBeginsAnotherSegment() {
        var call = agreed(talk(), "ALWAYS");
        long recording = begins(call).jsonPath().getLong("id");
        segment(recording);
        sends(recording, 1, 2, "b").then().spec(refused(409, "conflict"));
        sends(recording, 1, 1, "a").then().statusCode(204);
        sends(recording, 1, 1, "a").then().statusCode(204);
        sends(recording, 1, 1, "x").then().spec(refused(409, "conflict"));
        sends(recording, 1, 2, "").then().spec(refused(400, "validation-failed"));
        sends(recording, 1, 2, "y".repeat((1 << 20) + 1)).then().spec(refused(413, "content-too-large"));
        // The desk is loaded again.
        begins(call).then().statusCode(201).body("id", is((int) recording));
        MovableClock.forward(Duration.ofSeconds(8));
        segment(recording);
        sends(recording, 2, 1, "c").then().statusCode(204);
        agent.sends(Map.of())
                .post(API + "/recordings/{id}/complete", recording)
                .then()
                .spec(refused(409, "conflict"));
        ends(call);
        // Pieces that never come are not waited for for ever.
        MovableClock.forward(Duration.ofMinutes(11));
        sweep.sweep();
        supervisor
                .asks()
                .get(API + "/recordings/{id}", recording)
                .then()
                .body("state", is("READY"), "partial", is(true), "segments.bytes", contains(1, 1));
        assertTrue(supervisor.reads("/recordings/{id}", recording).getLong("segments[1].fromMs") >= 8000);
        sends(recording, 2, 2, "d").then().spec(refused(409, "conflict"));
    }

    @Test
    void whereThereIsNoRoomPiecesAreRefusedAndTheRestStays() {
        var call = agreed(talk(), "ALWAYS");
        long recording = begins(call).jsonPath().getLong("id");
        segment(recording);
        sends(recording, 1, 1, "kept").then().statusCode(204);
        var room =
                "update attachment_usage set bytes = bytes %s 1000000000000 where organisation_id = " + organisation();
        TestDatabase.execute(room.formatted("+"));
        sends(recording, 1, 2, "lost").then().spec(refused(409, "storage-full"));
        TestDatabase.execute(room.formatted("-"));
        sends(recording, 1, 2, " too").then().statusCode(204);
        assertEquals("kept too", hears(supervisor, recording).asString());
    }

    @Test
    void nothingIsRecordedWhileCardDataIsSaidAndItGoesOnByItself() {
        var call = agreed(talk(), "ON_DEMAND");
        long recording = begins(call).jsonPath().getLong("id");
        segment(recording);
        var shop = house.integration();
        shop.sends(Map.of("reason", "CARD_DATA"))
                .post(API + "/recordings/{id}/pause", recording)
                .then()
                .statusCode(200);
        begins(agent, "/recordings/" + recording + "/segments").then().spec(refused(409, "conflict"));
        customer.asks()
                .get(API + "/calls/{id}/recording-notice", call.id())
                .then()
                .body("recording", is(false), "paused", is(true));
        MovableClock.forward(Duration.ofMinutes(11));
        begins(agent, "/recordings/" + recording + "/segments").then().statusCode(201);
        agent.sends(Map.of("reason", "STOPPED"))
                .post(API + "/recordings/{id}/pause", recording)
                .then()
                .statusCode(200)
                .body("pauses.reason", contains("CARD_DATA", "STOPPED"), "pauses[1].toMs", nullValue());
        MovableClock.forward(Duration.ofMinutes(2));
        begins(agent, "/recordings/" + recording + "/segments").then().spec(refused(409, "conflict"));
        agent.sends(Map.of())
                .post(API + "/recordings/{id}/resume", recording)
                .then()
                .statusCode(200);
        begins(agent, "/recordings/" + recording + "/segments").then().statusCode(201);
        assertEquals(2, audited("RECORDING_PAUSED"));
        assertEquals(1, audited("RECORDING_RESUMED"));
    }

    @Test
    void onlyThoseWhoMayHearItFindIt() {
        long recording = recorded(talk(), "hello");
        customer.asks().get(AUDIO, recording, 1).then().spec(refused(403, "forbidden"));
        agent.asks().get(AUDIO, recording, 1).then().spec(refused(404, "not-found"));
        agent.asks().get(API + "/recordings").then().statusCode(200).body("items", empty());
        var stranger = TestOrganisation.ofNewOrganisation().supervisor();
        stranger.asks().get(AUDIO, recording, 1).then().spec(refused(404, "not-found"));
        stranger.asks().get(API + "/recordings").then().body("items", empty());
        house.integration(List.of("tickets:read"))
                .asks()
                .get(AUDIO, recording, 1)
                .then()
                .spec(refused(403, "insufficient-scope"));
        assertEquals("hello", hears(house.integration(), recording).asString());
        records("ALWAYS", "ANNOUNCE", true);
        assertEquals("hello", hears(agent, recording).asString());
        house.agent().asks().get(AUDIO, recording, 1).then().spec(refused(404, "not-found"));
        supervisor
                .asks()
                .get(API + "/recordings?agentId={agent}&longerThan=0&customerId={customer}", agent.id(), customer.id())
                .then()
                .body("items.id", hasSize(1));
        supervisor
                .asks()
                .get(API + "/recordings?customerId={customer}&longerThan=1000", customer.id())
                .then()
                .body("items", empty());
        // Another group's supervisor sees no ticket of it.
        long group = house.group("Elsewhere", null);
        house.isolate(true, true, true);
        var elsewhere = house.supervisor();
        house.member(group, elsewhere, "GROUP");
        elsewhere.asks().get(API + "/recordings").then().statusCode(200).body("items", empty());
        elsewhere.asks().get(AUDIO, recording, 1).then().spec(refused(404, "not-found"));
    }

    @Test
    void whatIsDeletedIsGoneAndWhatIsHeldStays() throws IOException {
        long old = recorded(talk(), "old");
        holds(old, true).then().statusCode(200).body("held", is(true));
        admin.asks().delete(API + "/recordings/{id}", old).then().spec(refused(409, "conflict"));
        isOld(old);
        sweep.sweep();
        assertEquals("old", hears(supervisor, old).asString());
        holds(old, false).then().statusCode(200).body("held", is(false));
        sweep.sweep();
        supervisor.asks().get(AUDIO, old, 1).then().spec(refused(404, "not-found"));
        assertEquals(1, audited("RECORDING_DELETED"));
        clearFiles();
        assertEquals(List.of(), files());
        assertEquals(0, TestDatabase.count("select count(*) from recording_chunk where recording_id = " + old));
        assertEquals(1, TestDatabase.count("select count(*) from recording where state = 'DELETED' and id = " + old));
    }

    @Test
    void anErasedCustomerIsHeardNoMore() throws IOException {
        long recording = recorded(talk(), "secret");
        admin.sends(Map.of("cancelTickets", true))
                .post(API + "/customers/{id}/erasure", customer.id())
                .then()
                .statusCode(202);
        await().until(() ->
                TestDatabase.count("select count(*) from recording where state = 'DELETED' and id = " + recording)
                        == 1);
        supervisor.asks().get(AUDIO, recording, 1).then().spec(refused(404, "not-found"));
        clearFiles();
        assertEquals(List.of(), files());
    }

    /** A call in which customer and agent talk. */
    private record Talk(long id, long ticket) {}

    private Talk talk() {
        house.present(agent, "AVAILABLE");
        var begun = customer.sends(Map.of("kind", "VOICE"))
                .post(API + "/calls")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        var talk = new Talk(begun.getLong("call.id"), begun.getLong("ticketId"));
        house.awaitHeldBy(agent, talk.ticket());
        for (var each : List.of(customer, agent)) {
            each.sends(Map.of("mode", "TALK"))
                    .post(API + "/calls/{id}/legs", talk.id())
                    .then()
                    .statusCode(201);
        }
        return talk;
    }

    private void records(String mode, String consent, boolean agentsMayListen) {
        var setting = new HashMap<String, Object>();
        setting.put("rules", List.of(Map.of("mode", mode, "kind", "VOICE", "retentionDays", 30)));
        setting.put("announcement", Map.of("en", "We record.", "de", "Wir zeichnen auf."));
        setting.put("consent", consent);
        setting.put("retentionDays", 90);
        setting.put("agentsMayListen", agentsMayListen);
        admin.sends(setting)
                .put(API + "/recording-setting")
                .then()
                .statusCode(200)
                .body("rules.mode", contains(mode));
    }

    private Talk agreed(Talk call, String mode) {
        records(mode, "ANNOUNCE", false);
        int version = customer.reads("/calls/{id}/recording-notice", call.id()).getInt("version");
        answers(call, version, true).then().statusCode(200);
        return call;
    }

    /** A recording of one segment that is complete. */
    private long recorded(Talk talk, String... pieces) {
        var call = agreed(talk, "ALWAYS");
        long recording = begins(call).jsonPath().getLong("id");
        segment(recording);
        MovableClock.forward(Duration.ofSeconds(2));
        for (int number = 1; number <= pieces.length; number++) {
            sends(recording, 1, number, pieces[number - 1]).then().statusCode(204);
        }
        begins(agent, "/recordings/" + recording + "/segments/1/complete")
                .then()
                .statusCode(200);
        ends(call);
        begins(agent, "/recordings/" + recording + "/complete")
                .then()
                .statusCode(200)
                .body("state", is("READY"), "partial", is(false));
        return recording;
    }

    private Response begins(Talk call) {
        return begins(agent, "/calls/" + call.id() + "/recordings");
    }

    private static Response begins(Person who, String path) {
        return who.sends(Map.of()).post(API + path);
    }

    private void segment(long recording) {
        begins(agent, "/recordings/" + recording + "/segments").then().statusCode(201);
    }

    private Response answers(Talk call, int version, boolean agreed) {
        return customer.sends(Map.of("version", version, "agreed", agreed))
                .put(API + "/calls/{id}/recording-notice", call.id());
    }

    private Response sends(long recording, int segment, int number, String bytes) {
        return agent.asks()
                .contentType("application/octet-stream")
                .body(bytes.getBytes(StandardCharsets.UTF_8))
                .put(API + "/recordings/{id}/segments/{segment}/chunks/{number}", recording, segment, number);
    }

    private void ends(Talk call) {
        agent.asks().delete(API + "/calls/{id}", call.id()).then().statusCode(204);
    }

    private static Response hears(Person who, long recording) {
        return who.asks().get(AUDIO, recording, 1);
    }

    private Response holds(long recording, boolean held) {
        return admin.sends(Map.of("held", held, "reason", "Court order"))
                .put(API + "/recordings/{id}/legal-hold", recording);
    }

    /** A month is longer than tokens are valid. */
    private static void isOld(long recording) {
        TestDatabase.execute("update recording set delete_after = date_sub(delete_after, interval 31 day),"
                + " due_at = date_sub(due_at, interval 31 day) where id = " + recording);
    }

    private int audited(String action) {
        return admin.reads("/audit?action=" + action).getList("items").size();
    }

    private long organisation() {
        return TestDatabase.count("select id from organisation where slug = '" + house.organisation() + "'");
    }

    /** Does as the sweep of files, which tests do not schedule. */
    private void clearFiles() {
        remains.stream()
                .filter(each -> each.getClass().getName().contains("UnneededFiles"))
                .forEach(each -> each.remove(organisation()));
    }

    private Path folder() {
        return ConfigProvider.getConfig()
                .getValue("patchbay.attachments.folder", Path.class)
                .resolve(Long.toString(organisation()));
    }

    private List<Path> files() throws IOException {
        if (!Files.exists(folder())) {
            return List.of();
        }
        try (var all = Files.walk(folder())) {
            return new ArrayList<>(all.filter(Files::isRegularFile).toList());
        }
    }
}
