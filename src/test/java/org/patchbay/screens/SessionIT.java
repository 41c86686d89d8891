package org.patchbay.screens;

import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.proof.SupportCentre;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.patchbay.testing.Patience.await;

/** Signed-in people while time goes by. */
class SessionIT {

    @RegisterExtension
    static final Stage stage = new Stage(1);

    @Test
    void nobodyNoticesThatTheirTokenEnds() {
        var agent = stage.agent(0);
        var end = Instant.now().plusSeconds(3);
        agent.hasATokenUntil(end).page().reload();
        await().until(() -> Instant.now().isAfter(end.plusSeconds(1)));
        var theirs = stage.client("agent0");
        var me = "/agents/" + stage.centre().agents().getFirst().id();
        theirs.put(me + "/presence", Map.of("presence", "AVAILABLE")).as(200);
        assertThat(agent.marked("presence")).containsText("Available");
        agent.presses("s");
        agent.text("Away").click();
        assertThat(agent.marked("presence")).containsText("Away");
        assertEquals("AWAY", theirs.get(me).body().path("presence").asText());
    }

    @Test
    void scriptsReadNoTokenAndWhoSignsOutIsOut() {
        var agent = stage.agent(0);
        var readable = agent.page()
                .evaluate("document.cookie + JSON.stringify(localStorage) + JSON.stringify(sessionStorage)")
                .toString();
        assertEquals(-1, readable.indexOf("eyJ"), readable);
        agent.button("My account").click();
        agent.text("Sign out").click();
        assertThat(agent.page().getByLabel("User name")).isVisible();
        agent.page().navigate("/desk");
        assertThat(agent.page().getByLabel("User name")).isVisible();
        agent.signIn("agent0", SupportCentre.PASSWORD);
    }
}
