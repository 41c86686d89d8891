package org.patchbay.screens;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.TestDatabase;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.patchbay.testing.Patience.await;

/** With two media servers. */
class JanusCallIT extends CallContract {

    @RegisterExtension
    static final MediaNodes nodes = new MediaNodes(2);

    @RegisterExtension
    static final Stage stage = new Stage(1, nodes::settings);

    @Override
    Stage stage() {
        return stage;
    }

    @Override
    String engine() {
        return "JANUS";
    }

    @Test
    void aCallGoesOnWhenItsMediaServerDies() throws Exception {
        var agent = speaking(stage.agent(0), AGENT);
        stage.centre().everybodyIs("AVAILABLE");
        var customer = speaking(stage.customer(), CUSTOMER);
        customer.button("Call us").click();
        agent.button("Answer").click();
        hears(customer, AGENT);
        hears(agent, CUSTOMER);
        nodes.kill(ofLatestCall("node"));
        await().until(() -> ofLatestCall("moves").equals("1"));
        hears(customer, AGENT);
        hears(agent, CUSTOMER);
        // None is left: the browsers carry it among themselves.
        nodes.kill(ofLatestCall("node"));
        await().until(() -> ofLatestCall("engine").equals("MESH"));
        hears(customer, AGENT);
        hears(agent, CUSTOMER);
        customer.button("Hang up").click();
    }

    @Test
    void nonsenseIsRefusedAndHarmsNobody() {
        var agent = speaking(stage.agent(0), AGENT);
        stage.centre().everybodyIs("AVAILABLE");
        var customer = speaking(stage.customer(), CUSTOMER);
        customer.button("Call us").click();
        agent.button("Answer").click();
        hears(customer, AGENT);
        var stranger = stage.client("agent0");
        var leg = "/calls/" + ofLatestCall("id") + "/legs/"
                + TestDatabase.count("select id from call_leg where role = 'AGENT' and ended_at is null");
        for (var body : List.of("", "nonsense", "v=0\r\n", "v=0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\n", "\u0000{}")) {
            for (var type : List.of("OFFER", "ANSWER")) {
                var status = stranger.tryPost(leg + "/signals", Map.of("to", 0, "type", type, "body", body))
                        .status();
                assertTrue(List.of(200, 400, 409).contains(status), type + " " + body + ": " + status);
            }
        }
        // The device offers anew when it finds that its line is gone.
        hears(customer, AGENT);
        hears(agent, CUSTOMER);
    }
}
