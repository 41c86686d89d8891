package org.patchbay.benchmark;

import java.util.Map;
import java.util.stream.LongStream;

import org.patchbay.screens.Browsers;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitUntilState;

/**
 * How long the desk of an agent with many tickets takes until they can work: from the address to a list that is there
 * and a field that takes what is typed, in a browser that has never been here and in a window that has.
 */
final class DeskPage {

    private static final int TICKETS = 500;
    private static final int HELD = 100;
    /** More than a large screen shows at once. */
    private static final int SEEN = 40;

    private static final int TIMES = 15;
    private static final int WARM_UP = 3;

    private final LoadedCentre centre;
    private final long agent;

    private DeskPage(LoadedCentre centre) {
        this.centre = centre;
        this.agent = centre.agents().keySet().iterator().next();
    }

    static void measure(Report report, LoadedCentre centre) throws InterruptedException {
        var desk = new DeskPage(centre);
        desk.fill();
        try (var browsers = Browsers.start()) {
            report.section("the desk of an agent with " + TICKETS + " tickets, until it takes what is typed");
            var first = desk.open(browsers.browser(), true);
            report.value("for the first time p50", first.median(), "ms");
            report.value("for the first time max", first.max(), "ms");
            var again = desk.open(browsers.browser(), false);
            report.atMost("again p50", again.median(), "ms", 1_000);
            report.value("again max", again.max(), "ms");
        }
    }

    /** As many as an agent can hold at most, and the others wait for their customers. */
    private void fill() throws InterruptedException {
        var admin = centre.admin();
        for (long other : centre.agents().keySet()) {
            admin.put("/agents/" + other + "/presence", Map.of("presence", other == agent ? "AVAILABLE" : "OFFLINE"))
                    .as(200);
        }
        admin.put("/agents/" + agent, Map.of("name", "Agent 1", "capacity", HELD))
                .as(200);
        for (int i = 0; i < TICKETS; i++) {
            var orders = centre.customers().get(i % LoadedCentre.CUSTOMERS).orders();
            var order = orders.get(orders.size() - 1 - i / LoadedCentre.CUSTOMERS);
            admin.post("/tickets", Map.of("orderNumber", order, "reason", "DAMAGED", "note", "It is cracked."))
                    .as(201);
        }
        int pending = 0;
        while (pending < TICKETS - HELD) {
            var held = admin.get("/tickets?status=IN_PROGRESS&agentId=" + agent + "&limit=50")
                    .body();
            for (var ticket : held.path("items")) {
                if (pending < TICKETS - HELD) {
                    admin.post("/tickets/" + ticket.path("id").asLong() + "/pend", Map.of("note", "Which one?"))
                            .as(200);
                    pending++;
                }
            }
            Thread.sleep(20);
        }
    }

    private Latencies open(Browser browser, boolean isNew) {
        var micros = LongStream.builder();
        var state = signIn(browser);
        var page = newPage(browser, state);
        for (int i = 0; i < TIMES + WARM_UP; i++) {
            if (isNew) {
                page.context().close();
                page = newPage(browser, state);
            }
            long began = System.nanoTime();
            page.navigate(centre.uri() + "/desk", new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
            page.getByTestId("composer").fill("Dear");
            page.locator("[data-testid^=ticket-]").nth(SEEN - 1).waitFor();
            if (i >= WARM_UP) {
                micros.add((System.nanoTime() - began) / 1_000);
            }
            page.getByTestId("composer").fill("");
        }
        page.context().close();
        return Latencies.of(micros.build());
    }

    private static Page newPage(Browser browser, String state) {
        return browser.newContext(new Browser.NewContextOptions().setStorageState(state))
                .newPage();
    }

    private String signIn(Browser browser) {
        try (var context = browser.newContext();
                var page = context.newPage()) {
            page.navigate(centre.uri() + "/sign-in");
            page.getByLabel("User name").fill("agent1");
            page.getByLabel("Password").first().fill(LoadedCentre.PASSWORD);
            page.keyboard().press("Enter");
            page.getByTestId("presence").waitFor();
            return context.storageState();
        }
    }
}
