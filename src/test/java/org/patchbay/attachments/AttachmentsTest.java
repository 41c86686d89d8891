package org.patchbay.attachments;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.patchbay.testing.MovableClock;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import static java.time.Duration.ofMinutes;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.patchbay.attachments.SomeFiles.joined;
import static org.patchbay.attachments.SomeFiles.pdf;
import static org.patchbay.attachments.SomeFiles.png;
import static org.patchbay.attachments.SomeFiles.text;
import static org.patchbay.attachments.Uploader.delete;
import static org.patchbay.attachments.Uploader.read;
import static org.patchbay.attachments.Uploader.send;
import static org.patchbay.attachments.Uploader.sendPreview;
import static org.patchbay.attachments.Uploader.sent;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.refused;

/** Files that go with words. */
@QuarkusTest
@ExtendWith(MovableClock.class)
class AttachmentsTest {

    private static final int MOST = 20 << 20;
    private static final long CONVERSATION = 4_711;

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TestHTTPResource(API)
    URI api;

    @Inject
    Attachments attachments;

    private TestOrganisation house;
    private Person agent;
    private Person customer;
    private long organisation;

    @BeforeEach
    void meet() {
        house = new TestOrganisation();
        agent = house.agent();
        customer = house.customer();
        organisation = organisationOf(agent);
    }

    @Test
    void aFileIsReadAsItWasSent() throws Exception {
        var picture = png(40, 30);
        var hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(picture));
        for (var person : List.of(customer, agent, house.supervisor(), house.admin())) {
            var answer = send(person, picture, "Räuber.png");
            answer.then()
                    .statusCode(201)
                    .body("name", is("Räuber.png"))
                    .body("size", is(picture.length))
                    .body("type", is("image/png"))
                    .body("sha256", is(hash))
                    .body("width", is(40))
                    .body("height", is(30))
                    .body("hasPreview", is(false))
                    .body("state", is("UPLOADED"))
                    .header("Location", api + "/attachments/" + answer.path("id"));
            var read = person.asks().get(answer.header("Location"));
            assertArrayEquals(picture, read.asByteArray());
            read.then()
                    .statusCode(200)
                    .header("Content-Type", "image/png")
                    .header("Content-Length", Integer.toString(picture.length))
                    .header("Content-Disposition", "inline; filename=\"R_uber.png\"; filename*=UTF-8''R%C3%A4uber.png")
                    .header("ETag", '"' + hash + '"')
                    .header("Accept-Ranges", "bytes")
                    .header("X-Content-Type-Options", "nosniff");
            assertEquals(List.of("private, no-cache"), read.headers().getValues("Cache-Control"));
            var policies = read.headers().getValues("Content-Security-Policy");
            assertEquals(1, policies.size(), policies.toString());
            assertTrue(policies.getFirst().startsWith("sandbox; default-src 'none'"), policies.toString());
        }
    }

    @Test
    void aDocumentHasNoSize() {
        send(agent, pdf(), "a.pdf")
                .then()
                .statusCode(201)
                .body("type", is("application/pdf"))
                .body("width", nullValue())
                .body("height", nullValue());
    }

    /** With its length, and in chunks; a file that is any longer is refused both ways, and leaves nothing. */
    @Test
    void aFileOfTwentyMegabytesIsTaken() throws Exception {
        var whole = Arrays.copyOf(text("%PDF-1.7\n"), MOST);
        for (var publisher : List.of(
                BodyPublishers.ofByteArray(whole), BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(whole)))) {
            var answer = posted(publisher);
            assertEquals(201, answer.statusCode(), answer.body());
            var location = answer.headers().firstValue("Location").orElseThrow();
            assertArrayEquals(whole, agent.asks().get(location).asByteArray());
            delete(agent, Long.parseLong(location.substring(location.lastIndexOf('/') + 1)))
                    .then()
                    .statusCode(204);
        }
    }

    @Test
    void aLongerFileIsRefused() throws Exception {
        long before = rows();
        var tooLong = Arrays.copyOf(text("%PDF-1.7\n"), MOST + 1);
        send(agent, tooLong, "a.pdf").then().spec(refused(413, "content-too-large"));
        var chunked = posted(BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(tooLong)));
        assertEquals(413, chunked.statusCode(), chunked.body());
        assertEquals(before, rows());
        // Other bodies may not be as long as files.
        agent.asks()
                .contentType("application/octet-stream")
                .body(new byte[9 << 20])
                .put(API + "/attachments/1/preview")
                .then()
                .statusCode(413);
    }

    @Test
    void whatIsEmptyOrOfAnotherTypeLeavesNothingBehind() {
        long before = rows();
        send(agent, new byte[0], "a.png").then().spec(refused(400, "validation-failed"));
        send(agent, SomeFiles.program(), "a.png")
                .then()
                .spec(refused(415, "unsupported-media-type"))
                .body("detail", containsString("application/x-msdownload"));
        send(agent, new byte[] {1, 2, 3, 4, (byte) 200, 0, 7}, "a.png")
                .then()
                .spec(refused(415, "unsupported-media-type"))
                .body("detail", containsString("application/octet-stream"));
        agent.asks()
                .multiPart("file", "a.png", png(1, 1), "image/png")
                .post(API + "/attachments")
                .then()
                .spec(refused(415, "unsupported-media-type"));
        assertEquals(before, rows());
    }

    @Test
    void anOrganisationHasOnlySoMuchRoom() {
        var full = TestOrganisation.ofNewOrganisation();
        var sender = full.agent();
        long id = sent(sender, pdf(), "first.pdf");
        long own = organisationOf(sender);
        TestDatabase.execute("update attachment_usage set bytes = %d where organisation_id = %d"
                .formatted(total() - pdf().length, own));
        sent(sender, pdf(), "fits.pdf");
        send(sender, text("a"), "a.txt").then().spec(refused(409, "storage-full"));
        assertEquals(0, strays(own));
        // Others have room of their own.
        sent(agent, text("a"), "a.txt");
        delete(sender, id).then().statusCode(204);
        assertEquals(1, strays(own));
    }

    @Test
    void thoseWhoSendAtTheSameMomentShareTheRoomThatIsLeft() throws Exception {
        var full = TestOrganisation.ofNewOrganisation();
        var sender = full.agent();
        sent(sender, pdf(), "first.pdf");
        long own = organisationOf(sender);
        TestDatabase.execute("update attachment_usage set bytes = %d where organisation_id = %d"
                .formatted(total() - 3 * pdf().length, own));
        var sending = Collections.nCopies(
                8, (Callable<Integer>) () -> send(sender, pdf(), "a.pdf").statusCode());
        try (var threads = Executors.newFixedThreadPool(sending.size())) {
            var answers = new ArrayList<Integer>();
            for (var answer : threads.invokeAll(sending)) {
                answers.add(answer.get());
            }
            assertEquals(3, Collections.frequency(answers, 201), answers.toString());
            assertEquals(5, Collections.frequency(answers, 409), answers.toString());
        }
    }

    @Test
    void ofTwoMessagesThatNameAFileAtTheSameMomentOneHasIt() throws Exception {
        long id = sent(agent, pdf(), "a.pdf");
        var saying = LongStream.range(100, 104)
                .mapToObj(message -> (Callable<Boolean>) () -> {
                    try {
                        Said.with(organisation, CONVERSATION, message, id);
                        return true;
                    } catch (HttpProblem e) {
                        return false;
                    }
                })
                .toList();
        try (var threads = Executors.newFixedThreadPool(saying.size())) {
            var said = new ArrayList<Boolean>();
            for (var each : threads.invokeAll(saying)) {
                said.add(each.get());
            }
            assertEquals(1, Collections.frequency(said, true));
        }
    }

    @Test
    void nobodyHasMoreThanAHundredFilesThatNoMessageNames() {
        long id = sent(agent, text("a"), "a.txt");
        TestDatabase.execute("insert into attachment (organisation_id, uploader_id, name, size, type, sha256, shown,"
                + " state, created_at) select a.organisation_id, a.uploader_id, a.name, a.size, a.type, a.sha256,"
                + " a.shown, a.state, a.created_at from attachment a join information_schema.columns c"
                + " where a.id = " + id + " limit 99");
        send(agent, text("b"), "b.txt").then().spec(refused(409, "storage-full"));
        sent(customer, text("b"), "b.txt");
        Said.with(organisation, CONVERSATION, 7, id);
        sent(agent, text("b"), "b.txt");
    }

    @Test
    void namesAreCleanedAndStayReadable() {
        var cleaned = Map.of(
                "../../etc/passwd", "passwd",
                "C:\\Users\\eve\\photo.txt", "photo.txt",
                "invoice\u202Efdp.txt", "invoicefdp.txt",
                "a\tb\r\nc.txt", "abc.txt",
                "Ça va? « 日本語 » العربية.txt", "Ça va_ « 日本語 » العربية.txt",
                "  ..hidden. ", "hidden",
                "CON.txt", "_CON.txt",
                "\"; filename=evil.html", "_; filename=evil.html",
                "///", "file");
        cleaned.forEach((given, expected) -> {
            var answer = send(agent, text("Hello"), given);
            answer.then().statusCode(201).body("name", is(expected));
            read(agent, answer.jsonPath().getLong("id"))
                    .then()
                    .header(
                            "Content-Disposition",
                            allOf(startsWith("attachment; filename=\""), containsString("filename*=UTF-8''")));
        });
        send(agent, text("Hello"), "x".repeat(500) + ".txt").then().body("name", is("x".repeat(116) + ".txt"));
        agent.asks()
                .contentType("text/plain")
                .body("Hello")
                .post(API + "/attachments")
                .then()
                .statusCode(201)
                .body("name", is("file"));
    }

    /** Neither their names nor what else they are changes that. */
    @Test
    void filesThatCouldRunAreOnlyEverDownloaded() {
        var svg = text("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>");
        var page = text("<!DOCTYPE html><html><script>alert(1)</script></html>");
        for (var name : List.of("a.png", "a.svg", "a.html", "a")) {
            for (var hostile : List.of(
                    svg,
                    joined(text("<?xml version=\"1.0\"?>"), svg),
                    page,
                    text("GIF89a/*<svg onload=alert(1)>*/=1;"),
                    joined(png(2, 2), page),
                    joined(pdf(), page),
                    SomeFiles.zipBomb())) {
                read(agent, sent(agent, hostile, name))
                        .then()
                        .statusCode(200)
                        .header("Content-Disposition", startsWith("attachment;"))
                        .header("X-Content-Type-Options", "nosniff")
                        .header("Content-Security-Policy", startsWith("sandbox; default-src 'none'"));
            }
        }
    }

    @Test
    void aFileIsWhatItsContentShows() {
        var shown = Map.of(
                "image/png", png(1, 1),
                "image/jpeg", SomeFiles.picture("jpg", 3, 2),
                "image/gif", SomeFiles.picture("gif", 3, 2),
                "image/webp", SomeFiles.webp(3, 2));
        shown.forEach((type, content) -> {
            long id = sent(agent, content, "page.html");
            read(agent, id)
                    .then()
                    .header("Content-Type", type)
                    .header("Content-Disposition", startsWith("inline; filename=\"page.html\""));
        });
        send(agent, text("{\"a\":1}"), "a.png").then().body("type", is("text/plain"));
        send(agent, text("a,b\n1,2\n"), "a.csv").then().body("type", is("text/csv"));
        send(agent, SomeFiles.zipBomb(), "a.zip").then().body("type", is("application/zip"));
    }

    /** The first is what curl says where nobody tells it anything else. */
    @Test
    void theContentTypeOfTheRequestDecidesNothing() throws Exception {
        for (var type : List.of("application/x-www-form-urlencoded", "application/json", "text/html", "image/png")) {
            var request = HttpRequest.newBuilder(URI.create(api + "/attachments?name=a%20b.pdf"))
                    .header("Authorization", "Bearer " + agent.token())
                    .header("Content-Type", type)
                    .POST(BodyPublishers.ofByteArray(pdf()))
                    .build();
            var answer = HTTP.send(request, BodyHandlers.ofString());
            assertEquals(201, answer.statusCode(), answer.body());
            var location = answer.headers().firstValue("Location").orElseThrow();
            var read = agent.asks().get(location);
            read.then()
                    .header("Content-Type", "application/pdf")
                    .header("Content-Disposition", containsString("a%20b.pdf"));
            assertArrayEquals(pdf(), read.asByteArray());
        }
    }

    @Test
    void aPartIsReadByItsRange() {
        var content = text("0123456789");
        long id = sent(agent, content, "a.txt");
        var parts = Map.of(
                "bytes=0-0", "0",
                "bytes=2-4", "234",
                "bytes=7-", "789",
                "bytes=-2", "89",
                "bytes=-100", "0123456789",
                "bytes=5-100", "56789");
        parts.forEach((range, expected) -> {
            int from = "0123456789".indexOf(expected);
            ranged(id, range)
                    .then()
                    .statusCode(206)
                    .body(is(expected))
                    .header("Content-Length", Integer.toString(expected.length()))
                    .header("Content-Range", "bytes " + from + "-" + (from + expected.length() - 1) + "/10");
        });
        for (var beyond : List.of("bytes=10-", "bytes=10-12", "bytes=-0")) {
            ranged(id, beyond)
                    .then()
                    .spec(refused(416, "range-not-satisfiable"))
                    .header("Content-Range", "bytes */10");
        }
        for (var whole : List.of("bytes=0-1,3-4", "bytes=4-2", "lines=1-2", "bytes=-", "bytes=a-b")) {
            ranged(id, whole).then().statusCode(200).body(is("0123456789"));
        }
        var tag = read(agent, id).header("ETag");
        agent.asks()
                .header("Range", "bytes=0-0")
                .header("If-Range", tag)
                .get(API + "/attachments/{id}", id)
                .then()
                .statusCode(206);
        agent.asks()
                .header("Range", "bytes=0-0")
                .header("If-Range", "\"another\"")
                .get(API + "/attachments/{id}", id)
                .then()
                .statusCode(200);
        agent.asks()
                .head(API + "/attachments/{id}", id)
                .then()
                .statusCode(200)
                .header("Content-Length", "10")
                .header("ETag", tag);
    }

    @Test
    void theSameFileIsNotSentAgain() {
        long id = sent(agent, pdf(), "a.pdf");
        var tag = read(agent, id).header("ETag");
        for (var known : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
            agent.asks()
                    .header("If-None-Match", known)
                    .get(API + "/attachments/{id}", id)
                    .then()
                    .statusCode(304)
                    .header("ETag", tag)
                    .header("Cache-Control", "private, no-cache")
                    .body(is(""));
        }
        agent.asks()
                .header("If-None-Match", "\"other\"")
                .get(API + "/attachments/{id}", id)
                .then()
                .statusCode(200);
    }

    @Test
    void untilItIsSaidOnlyItsUploaderKnowsOfIt() {
        long id = sent(customer, pdf(), "a.pdf");
        sendPreview(customer, id, png(2, 2)).then().statusCode(204);
        Said.readBy(agent);
        for (var other : List.of(agent, house.admin(), house.customer())) {
            isUnknownTo(other, id);
        }
        read(customer, id).then().statusCode(200);
    }

    @Test
    void onceItIsSaidThoseReadItWhoReadTheMessage() {
        long id = sent(customer, pdf(), "a.pdf");
        sendPreview(customer, id, png(2, 2)).then().statusCode(204);
        Said.with(organisation, CONVERSATION, 1, id);
        Said.readBy(agent);
        read(agent, id).then().statusCode(200);
        agent.asks().get(API + "/attachments/{id}/preview", id).then().statusCode(200);
        isUnknownTo(house.supervisor(), id);
        read(customer, id).then().spec(refused(404, "not-found"));
        // To read is not to change.
        sendPreview(agent, id, png(2, 2)).then().spec(refused(404, "not-found"));
        delete(agent, id).then().spec(refused(404, "not-found"));
    }

    @Test
    void nobodyOfAnotherOrganisationKnowsOfIt() {
        long id = sent(agent, pdf(), "a.pdf");
        var foreigner = TestOrganisation.ofNewOrganisation().agent();
        Said.readBy(foreigner, agent);
        isUnknownTo(foreigner, id);
        Said.with(organisation, CONVERSATION, 2, id);
        isUnknownTo(foreigner, id);
        read(agent, id).then().statusCode(200);
    }

    @Test
    void otherSystemsSendFilesWithinTheirScopesAndOperatorsNone() {
        sent(house.integration(), pdf(), "a.pdf");
        for (var person : List.of(house.integration(List.of("tickets:write")), TestOrganisation.operator())) {
            send(person, pdf(), "a.pdf").then().statusCode(403);
            read(person, 1).then().statusCode(403);
        }
    }

    @Test
    void aFileIsDeletedUntilItIsSaid() {
        long id = sent(agent, pdf(), "a.pdf");
        delete(agent, id).then().statusCode(204);
        read(agent, id).then().spec(refused(404, "not-found"));
        delete(agent, id).then().spec(refused(404, "not-found"));
        long said = sent(agent, pdf(), "b.pdf");
        Said.with(organisation, CONVERSATION, 3, said);
        delete(agent, said).then().spec(refused(409, "conflict"));
    }

    @Test
    void aPreviewIsASmallPictureOfItsUploader() {
        long id = sent(agent, pdf(), "a.pdf");
        agent.asks().get(API + "/attachments/{id}/preview", id).then().spec(refused(404, "not-found"));
        sendPreview(agent, id, pdf()).then().spec(refused(415, "unsupported-media-type"));
        sendPreview(agent, id, SomeFiles.picture("gif", 2, 2)).then().spec(refused(415, "unsupported-media-type"));
        sendPreview(agent, id, text("")).then().spec(refused(415, "unsupported-media-type"));
        sendPreview(agent, id, Arrays.copyOf(png(2, 2), (512 << 10) + 1))
                .then()
                .spec(refused(413, "content-too-large"));
        var first = png(2, 2);
        sendPreview(agent, id, first).then().statusCode(204);
        var read = agent.asks().get(API + "/attachments/{id}/preview", id);
        assertArrayEquals(first, read.asByteArray());
        read.then().header("Content-Type", "image/png").header("Content-Disposition", startsWith("inline;"));
        var second = SomeFiles.picture("jpg", 3, 3);
        sendPreview(agent, id, second).then().statusCode(204);
        var again =
                agent.asks().header("If-None-Match", read.header("ETag")).get(API + "/attachments/{id}/preview", id);
        again.then().statusCode(200).header("Content-Type", "image/jpeg");
        assertArrayEquals(second, again.asByteArray());
    }

    @Test
    void aPreviewComesBeforeTheFileIsSaidOrWithinAnHour() {
        MovableClock.stop();
        long said = sent(agent, pdf(), "a.pdf");
        long unsaid = sent(agent, pdf(), "b.pdf");
        Said.with(organisation, CONVERSATION, 4, said);
        MovableClock.forward(ofMinutes(59));
        agent = house.person(agent.name(), agent.username());
        sendPreview(agent, said, png(2, 2)).then().statusCode(204);
        MovableClock.forward(ofMinutes(1));
        sendPreview(agent, said, png(2, 2)).then().spec(refused(409, "conflict"));
        sendPreview(agent, unsaid, png(2, 2)).then().statusCode(204);
    }

    @Test
    void aMessageTakesFilesOfItsAuthorOnce() {
        long id = sent(agent, pdf(), "a.pdf");
        long other = sent(customer, pdf(), "a.pdf");
        check(id);
        check();
        conflict(() -> check(id, other));
        conflict(() -> check(Long.MAX_VALUE));
        var many = LongStream.range(0, 16).boxed().toArray(Long[]::new);
        assertEquals(400, assertThrows(HttpProblem.class, () -> check(many)).getStatusCode());
        Said.with(organisation, CONVERSATION, 5, id);
        conflict(() -> check(id));
        conflict(() -> Said.with(organisation, CONVERSATION, 6, id));
    }

    @Test
    void theFilesOfMessagesAreToldByTheirNumbers() {
        long conversation = sent(agent, text("a number of its own"), "a.txt");
        var ids = IntStream.range(0, 3)
                .mapToObj(i -> sent(agent, text("a" + i), i + ".txt"))
                .toList();
        Said.with(organisation, conversation, 1, ids.get(1), ids.get(0));
        Said.with(organisation, conversation, 3, ids.get(2));
        Said.in(organisation, () -> {
            var views = attachments.ofMessages(conversation, List.of(1L, 2L, 3L));
            assertEquals(List.of(1L, 3L), List.copyOf(views.keySet()));
            assertEquals(
                    List.of("0.txt", "1.txt"),
                    views.get(1L).stream().map(AttachmentView::name).toList());
            assertEquals(Map.of(), attachments.ofMessages(conversation, List.of()));
        });
    }

    private void isUnknownTo(Person other, long id) {
        var answers = new ArrayList<Response>();
        for (long each : List.of(id, Long.MAX_VALUE)) {
            answers.add(read(other, each));
            answers.add(other.asks().get(API + "/attachments/{id}/preview", each));
            answers.add(sendPreview(other, each, png(2, 2)));
            answers.add(delete(other, each));
        }
        answers.forEach(answer -> answer.then().spec(refused(404, "not-found")));
        for (int i = 0; i < 4; i++) {
            assertEquals(
                    answers.get(i + 4).asString().replace(Long.toString(Long.MAX_VALUE), "N"),
                    answers.get(i).asString().replaceAll("\\b" + id + "\\b", "N"));
        }
    }

    private static long total() {
        return ConfigProvider.getConfig()
                .getValue("patchbay.attachments.max-total", MemorySize.class)
                .asLongValue();
    }

    private void check(Long... ids) {
        Said.in(organisation, () -> attachments.check(Said.actor(organisation, agent), List.of(ids)));
    }

    private Response ranged(long id, String range) {
        return agent.asks().header("Range", range).get(API + "/attachments/{id}", id);
    }

    private HttpResponse<String> posted(HttpRequest.BodyPublisher body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(api + "/attachments?name=a.pdf"))
                .header("Authorization", "Bearer " + agent.token())
                .POST(body)
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }

    private static void conflict(Runnable refusedWork) {
        assertEquals(409, assertThrows(HttpProblem.class, refusedWork::run).getStatusCode());
    }

    private static long organisationOf(Person person) {
        return TestDatabase.count("select organisation_id from account where id = " + person.account());
    }

    private static long rows() {
        return TestDatabase.count("select count(*) from attachment")
                + TestDatabase.count("select count(*) from stray_file");
    }

    private static long strays(long organisation) {
        return TestDatabase.count("select count(*) from stray_file where organisation_id = " + organisation);
    }
}
