package org.patchbay.pages;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.patchbay.testing.Patience.await;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.refused;

/** The sites that show the widget of an organisation. */
@QuarkusTest
class WidgetTest {

    private static final String PATH = API + "/organisations/{id}/widget";
    private static final String SHOP = "https://shop.example";
    private static final String TRIAL = "http://localhost:8081";

    private TestOrganisation house;
    private long organisation;

    @BeforeEach
    void settle() {
        house = TestOrganisation.ofNewOrganisation();
        organisation = idOf(house);
    }

    @Test
    void theSitesThatAnAdminNamesShowTheWidgetAndNoOthers() {
        var admin = house.admin();
        admin.asks().get(PATH, organisation).then().statusCode(200).body("origins", empty());
        set(admin, SHOP, TRIAL).then().statusCode(200).body("origins", is(List.of(SHOP, TRIAL)));
        awaitFrames(house, SHOP + " " + TRIAL);
        awaitFrames(TestOrganisation.ofNewOrganisation(), "'self'");
        admin.asks().get(PATH, organisation).then().statusCode(200).body("origins", is(List.of(SHOP, TRIAL)));
        set(TestOrganisation.operator(), SHOP).then().statusCode(200).body("origins", is(List.of(SHOP)));
        awaitFrames(house, SHOP);
        set(admin).then().statusCode(200).body("origins", empty());
        awaitFrames(house, "'self'");
        admin.asks().get(API + "/audit?limit=200").then().body("items.action", hasItem("WIDGET_SET"));
    }

    @Test
    void aSiteIsASafeOrigin() {
        for (var origin : List.of(
                "http://shop.example",
                "https://",
                "https://*",
                "https://*.example",
                "https://shop.example/",
                "https://shop.example/path",
                "https://shop.example?x",
                "https://user@shop.example",
                "https://shop.example:port",
                "https://shop.example; script-src *",
                "https://shop.example https://other.example",
                "https://shop.example\n",
                "https://Shop.example",
                "'none'",
                "*",
                "data:",
                "")) {
            set(house.admin(), origin).then().spec(refused(400, "validation-failed"));
        }
        house.admin().sends(Map.of()).put(PATH, organisation).then().spec(refused(400, "validation-failed"));
        set(house.admin(), "https://shop.example:8443", "https://xn--caf-dma.example", "http://127.0.0.1:3000")
                .then()
                .statusCode(200);
    }

    @Test
    void anotherOrganisationsAdminSeesAndChangesNothing() {
        var stranger = TestOrganisation.ofNewOrganisation().admin();
        stranger.asks().get(PATH, organisation).then().spec(refused(404, "not-found"));
        set(stranger, SHOP).then().spec(refused(404, "not-found"));
        house.admin().asks().get(PATH, organisation).then().body("origins", empty());
        TestOrganisation.operator().asks().get(PATH, Long.MAX_VALUE).then().spec(refused(404, "not-found"));
    }

    private Response set(Person who, String... origins) {
        return who.sends(Map.of("origins", origins)).put(PATH, organisation);
    }

    private static void awaitFrames(TestOrganisation house, String expected) {
        await().until(
                        () -> given().accept("text/html")
                                .get("/widget.html?organisation={slug}", house.organisation())
                                .header("Content-Security-Policy"),
                        endsWith("; frame-ancestors " + expected));
    }

    private static long idOf(TestOrganisation house) {
        return TestDatabase.count("select id from organisation where slug = '" + house.organisation() + "'");
    }
}
