package org.patchbay.sso;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.refused;

/** The options of the sign-in page. */
@QuarkusTest
class SignInOptionsTest {

    private static final String PATH = API + "/auth/options";

    @Test
    void thePageKnowsTheOrganisationAndHowItsPeopleSignIn() {
        var house = TestOrganisation.ofNewOrganisation();
        long id = TestDatabase.count("select id from organisation where slug = '" + house.organisation() + "'");
        TestDatabase.execute("update organisation set name = 'Acme Lamps', host_name = '" + house.organisation()
                + ".example' where id = " + id);
        options(house.organisation())
                .body("organisation.slug", is(house.organisation()))
                .body("organisation.name", is("Acme Lamps"))
                .body("password", is(true))
                .body("signUp", is(true))
                .body("singleSignOn", nullValue());
        house.admin()
                .sends(Map.of(
                        "issuer", "https://idp.example/realms/acme",
                        "clientId", "patchbay",
                        "clientSecret", "a client secret for tests",
                        "enabled", true,
                        "roles", Map.of()))
                .put(API + "/organisations/{id}/sign-in", id)
                .then()
                .statusCode(200);
        options(house.organisation()).body("singleSignOn", is(API + "/auth/sso/" + house.organisation()));
        given().header("Host", house.organisation() + ".example")
                .get(PATH)
                .then()
                .statusCode(200)
                .body("organisation.name", is("Acme Lamps"));
    }

    @Test
    void whoNamesNoOrganisationMeansTheFirst() {
        given().get(PATH)
                .then()
                .statusCode(200)
                .body("organisation.slug", is("default"))
                .body("organisation.name", notNullValue());
    }

    @Test
    void anUnknownOrganisationLooksLikeOneThatIsNamedLikeItsSlug() {
        for (var slug : List.of("no-such-organisation", "operators")) {
            options(slug)
                    .body("organisation.slug", is(slug))
                    .body("organisation.name", is(slug))
                    .body("password", is(true))
                    .body("signUp", is(true))
                    .body("singleSignOn", nullValue());
        }
        given().get(PATH + "?organisation=" + "x".repeat(64)).then().spec(refused(400, "validation-failed"));
    }

    @Test
    void aBrowserThatIsNotLetInIsSentToThePageForSigningIn() {
        given().redirects()
                .follow(false)
                .accept("text/html,*/*;q=0.8")
                .get(API + "/auth/sso/no-such-organisation?return=/tickets")
                .then()
                .statusCode(303)
                .header("Location", is("/sign-in?problem=not-found"))
                .header("Set-Cookie", startsWith("patchbay-return=;"));
        given().get(API + "/auth/sso/no-such-organisation").then().spec(refused(404, "not-found"));
    }

    private static ValidatableResponse options(String slug) {
        return given().queryParam("organisation", slug).get(PATH).then().statusCode(200);
    }
}
