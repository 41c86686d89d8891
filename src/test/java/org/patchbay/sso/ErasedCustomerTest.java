package org.patchbay.sso;

import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.FakeIdentityProvider;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.Wire;

import io.quarkus.test.junit.QuarkusTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.patchbay.testing.TestOrganisation.API;

/** A customer whom an admin erased, and who comes again by their identity provider. */
@QuarkusTest
class ErasedCustomerTest {

    private static FakeIdentityProvider provider;

    private TestOrganisation house;

    @BeforeAll
    static void open() {
        provider = FakeIdentityProvider.start();
    }

    @AfterAll
    static void close() {
        provider.close();
    }

    @Test
    void theyAreSomebodyNew() {
        house = TestOrganisation.ofNewOrganisation();
        long organisation =
                TestDatabase.count("select id from organisation where slug = '" + house.organisation() + "'");
        house.admin()
                .sends(Map.of(
                        "issuer",
                        provider.issuer(),
                        "clientId",
                        FakeIdentityProvider.CLIENT,
                        "clientSecret",
                        "a client secret for tests",
                        "enabled",
                        true,
                        "roles",
                        Map.of(),
                        "defaultRole",
                        "customer",
                        "groups",
                        Map.of()))
                .put(API + "/organisations/{id}/sign-in", organisation)
                .then()
                .statusCode(200);
        long account = signIn();
        long customer = customer();
        assertEquals(account, signIn());

        house.admin()
                .sends(Map.of("cancelTickets", false))
                .post(API + "/customers/{id}/erasure", customer)
                .then()
                .statusCode(202);

        assertNotEquals(account, signIn());
        assertNotEquals(customer, customer());
    }

    /** @return their account */
    private long signIn() {
        var told =
                Map.<String, Object>of("preferred_username", "gustav", "name", "Gustav", "email", "gustav@idp.example");
        var token = Wire.send(
                        provider.token("subject-of-gustav", told),
                        "POST",
                        API + "/auth/sso/" + house.organisation(),
                        Map.of(),
                        null)
                .as(200)
                .json()
                .path("accessToken")
                .asText();
        return Wire.send(token, "GET", API + "/me", null)
                .as(200)
                .json()
                .path("id")
                .asLong();
    }

    /** The one of whom the name is known. */
    private long customer() {
        return house.admin().reads("/customers?text=Gustav").getLong("items[0].id");
    }
}
