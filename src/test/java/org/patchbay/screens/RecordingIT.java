package org.patchbay.screens;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.Client;
import org.patchbay.testing.TestDatabase;

import com.fasterxml.jackson.databind.JsonNode;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.patchbay.testing.Patience.await;

/** A call whose desk records it: the sound that is kept is decoded, and the tones in it are measured. */
class RecordingIT {

    private static final int CUSTOMER = 440;
    private static final int AGENT = 630;
    private static final int CARD = 1000;

    private static final String RECORDED = "This call is being recorded";

    /** The tones on both sides of a segment in each half second: those of the customer, and those of staff. */
    private static final String HEARD = """
            async ([recording, segment, tones]) => {
                const answer = await fetch(`/api/v1/recordings/${recording}/segments/${segment}/audio`);
                const sound = await new AudioContext().decodeAudioData(await answer.arrayBuffer());
                const step = sound.sampleRate / 2;
                const loud = (samples, at, tone) => {
                    let [real, imaginary] = [0, 0];
                    for (let i = 0; i < step; i++) {
                        const phase = 2 * Math.PI * tone * i / sound.sampleRate;
                        real += samples[at + i] * Math.cos(phase);
                        imaginary += samples[at + i] * Math.sin(phase);
                    }
                    return 2 * Math.hypot(real, imaginary) / step > 0.01;
                };
                const heard = [];
                for (let at = 0; at + step <= sound.length; at += step) {
                    heard.push([0, 1].map(side =>
                        tones.filter(tone => loud(sound.getChannelData(side), at, tone)).join(' ')).join('|'));
                }
                return heard;
            }""";

    @RegisterExtension
    static final Stage stage = new Stage(1);

    private Person supervisor;
    private Client client;

    @Test
    void bothSidesAreKeptApartAndNothingOfAPauseAndWhatIsDeletedIsGone() {
        stage.client("admin").put("/recording-setting", recordAll()).as(200);
        supervisor = stage.staff("supervisor");
        client = stage.client("supervisor1");
        var agent = CallContract.speaking(stage.agent(0), AGENT);
        stage.centre().everybodyIs("AVAILABLE");
        var customer = CallContract.speaking(stage.customer(), CUSTOMER);
        customer.button("Call us").click();
        customer.sees("This call is recorded.");
        agent.button("Answer").click();
        agent.sees(RECORDED);
        customer.sees(RECORDED);
        awaitPieces(1, 2);
        agent.button("Hold").click();
        assertThat(customer.marked("call")).hasAttribute("data-state", "onHold");
        awaitPieces(1, pieces(1) + 2);
        agent.button("Resume").click();
        awaitPieces(1, pieces(1) + 3);

        agent.button("Pause for card data").click();
        agent.sees("It goes on by itself in");
        customer.sees("The recording is paused");
        for (var each : List.of(agent, customer)) {
            says(each, CARD);
        }
        // Some seconds of it.
        assertThat(agent.page().getByText(Pattern.compile("in 9:5[0-7]"))).isVisible();
        says(agent, AGENT);
        says(customer, CUSTOMER);
        agent.button("Go on recording").click();
        agent.sees(RECORDED);
        awaitPieces(2, 2);

        int acknowledged = pieces(2);
        agent.page().reload();
        agent.sees(RECORDED);
        awaitPieces(3, 3);
        customer.button("Hang up").click();
        await().until(() -> recording().path("state").asText().equals("READY"));

        assertEquals(3, recording().path("segments").size());
        assertTrue(pieces(2) >= acknowledged);
        assertEquals(
                "CARD_DATA", recording().path("pauses").path(0).path("reason").asText());
        var heard = new ArrayList<String>();
        for (int segment = 1; segment <= 3; segment++) {
            heard.addAll(heard(segment));
        }
        // Each on their own side, the customer in nothing of the hold, and neither in the pause.
        assertTrue(heard.contains(CUSTOMER + "|" + AGENT), heard.toString());
        assertTrue(heard.contains("|" + AGENT), heard.toString());
        assertTrue(heard.stream().noneMatch(each -> each.contains("" + CARD)), heard.toString());
        assertTrue(heard.stream().allMatch(each -> each.matches("(440)?\\|(630)?")), heard.toString());

        supervisor.comesTo("/recordings");
        supervisor.button("Listen to").click();
        supervisor.sees("Paused: card data");
        supervisor.button("Play").click();
        supervisor.page().waitForFunction("() => document.querySelector('[data-testid=player] input').value > 0");
        stage.client("admin")
                .delete("/recordings/" + recording().path("id").asLong())
                .as(204);
        assertEquals(404, supervisor.page().request().get(link(1)).status());
    }

    private static Map<String, Object> recordAll() {
        return Map.of(
                "rules",
                List.of(Map.of("mode", "ALWAYS")),
                "announcement",
                Map.of("en", "This call is recorded."),
                "consent",
                "ANNOUNCE",
                "retentionDays",
                90);
    }

    private static void says(Person person, int tone) {
        person.page().evaluate("tone => { voice.frequency.value = tone; }", tone);
    }

    private void awaitPieces(int segment, int count) {
        await().until(() -> pieces(segment) >= count);
    }

    private int pieces(int segment) {
        return StreamSupport.stream(recording().path("segments").spliterator(), false)
                .filter(each -> each.path("number").asInt() == segment)
                .mapToInt(each -> each.path("chunks").asInt())
                .sum();
    }

    private JsonNode recording() {
        long call = TestDatabase.count("select max(id) from ticket_call");
        return client.get("/calls/" + call + "/recordings").as(200).body().path(0);
    }

    private List<String> heard(int segment) {
        var asked = List.of(recording().path("id").asInt(), segment, List.of(CUSTOMER, AGENT, CARD));
        var heard = (List<?>) supervisor.page().evaluate(HEARD, asked);
        return heard.stream().map(String.class::cast).toList();
    }

    private String link(int segment) {
        return "/api/v1/recordings/" + recording().path("id").asLong() + "/segments/" + segment + "/audio";
    }
}
