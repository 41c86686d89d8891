package org.patchbay.screens;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.patchbay.testing.TestDatabase;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * A call holds this, whatever carries it: people who call each other have a tone for a voice each, and what they hear
 * is measured.
 */
abstract class CallContract {

    static final int CUSTOMER = 440;
    static final int AGENT = 630;
    private static final int SUPERVISOR = 1000;

    /** Instead of the microphone. */
    private static final String VOICE = """
            navigator.mediaDevices.getUserMedia = async () => {
                const context = new AudioContext();
                const [tone, volume] = [context.createOscillator(), context.createGain()];
                const microphone = context.createMediaStreamDestination();
                tone.frequency.value = %d;
                volume.gain.value = 0.2;
                tone.connect(volume).connect(microphone);
                tone.start();
                globalThis.voice = tone;
                return microphone.stream;
            };""";

    /** The tones among those given that are played. */
    private static final String HEARD = """
            async tones => {
                const context = new AudioContext();
                await context.resume();
                const ears = [...document.querySelectorAll('audio[data-leg]')]
                    .filter(player => !player.muted && player.srcObject?.getAudioTracks().length)
                    .map(player => {
                        const ear = context.createAnalyser();
                        ear.fftSize = 8192;
                        ear.smoothingTimeConstant = 0;
                        context.createMediaStreamSource(player.srcObject).connect(ear);
                        return ear;
                    });
                await new Promise(heard => setTimeout(heard, 600));
                const isHeard = tone => ears.some(ear => {
                    const loud = new Float32Array(ear.frequencyBinCount);
                    ear.getFloatFrequencyData(loud);
                    const at = Math.round(tone * ear.fftSize / context.sampleRate);
                    return Math.max(...loud.slice(at - 1, at + 2)) > -60;
                });
                const heard = tones.filter(isHeard);
                await context.close();
                return heard;
            }""";

    abstract Stage stage();

    /** As the API names it. */
    abstract String engine();

    @Test
    void theyHearEachOtherAsTheRowsSay() {
        var agent = speaking(stage().agent(0), AGENT);
        stage().centre().everybodyIs("AVAILABLE");
        var customer = speaking(stage().customer(), CUSTOMER);
        customer.button("Call us").click();
        agent.button("Answer").click();
        hears(customer, AGENT);
        hears(agent, CUSTOMER);
        assertEquals(engine(), ofLatestCall("engine"));

        customer.button("Mute").click();
        hears(agent);
        customer.button("Unmute").click();
        hears(agent, CUSTOMER);

        agent.button("Hold").click();
        assertThat(customer.marked("call")).hasAttribute("data-state", "onHold");
        hears(customer);
        hears(agent);
        agent.button("Resume").click();
        hears(customer, AGENT);

        customer.page().reload();
        hears(customer, AGENT);
        hears(agent, CUSTOMER);

        var supervisor = speaking(stage().staff("supervisor"), SUPERVISOR);
        supervisor.comesTo("/board/tickets/" + TestDatabase.count("select max(id) from ticket"));
        supervisor.button("Listen").click();
        hears(supervisor, CUSTOMER, AGENT);
        hears(customer, AGENT);
        hears(agent, CUSTOMER);
        supervisor.button("Whisper").click();
        hears(agent, CUSTOMER, SUPERVISOR);
        hears(customer, AGENT);
        supervisor.button("Join").click();
        hears(customer, AGENT, SUPERVISOR);

        customer.button("Hang up").click();
        assertThat(agent.marked("call")).hasAttribute("data-state", "ENDED");
    }

    static Person speaking(Person person, int tone) {
        person.page().addInitScript(VOICE.formatted(tone));
        person.page().reload();
        return person;
    }

    static void hears(Person person, int... tones) {
        var expected = Arrays.stream(tones).boxed().collect(Collectors.toSet());
        person.page().waitForCondition(() -> heard(person).equals(expected));
    }

    private static Set<Integer> heard(Person person) {
        var heard = (List<?>) person.page().evaluate(HEARD, List.of(CUSTOMER, AGENT, SUPERVISOR));
        return heard.stream().map(tone -> ((Number) tone).intValue()).collect(Collectors.toSet());
    }

    static String ofLatestCall(String column) {
        var sql = "select " + column + " from ticket_call order by id desc limit 1";
        return TestDatabase.list(sql, row -> row.getString(1)).getFirst();
    }
}
