package org.patchbay.sso;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.FakeIdentityProvider;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.Wire;

import io.quarkus.test.junit.QuarkusTest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.patchbay.testing.TestOrganisation.API;

/** People of whom their identity provider tells less than before. */
@QuarkusTest
class ClaimsLeftOutTest {

    private static final Map<String, Object> TOLD_ELSEWHERE = Map.of("groups", "src1", "roles", "src1");

    private static FakeIdentityProvider provider;

    private TestOrganisation house;
    private long organisation;

    @BeforeAll
    static void open() {
        provider = FakeIdentityProvider.start();
    }

    @AfterAll
    static void close() {
        provider.close();
    }

    @BeforeEach
    void settle() {
        house = TestOrganisation.ofNewOrganisation();
        organisation = TestDatabase.count("select id from organisation where slug = '" + house.organisation() + "'");
        set(Map.of());
    }

    @Test
    void whoHasMoreGroupsThanATokenTellsStaysWhatTheyWere() {
        var ada = account(signIn("ada", told(List.of("support"), List.of("berlin"))));
        assertEquals(1, memberships(ada));
        for (var elsewhere : List.of(
                Map.of("roles", List.of("support"), "_claim_names", TOLD_ELSEWHERE),
                Map.of("groups", List.of("berlin"), "_claim_names", TOLD_ELSEWHERE),
                Map.<String, Object>of("_claim_names", TOLD_ELSEWHERE))) {
            assertEquals("[\"agent\"]", roles(signIn("ada", elsewhere)));
            assertEquals(1, memberships(ada));
        }
    }

    @Test
    void aClaimThatIsLeftOutTakesNothingAwayAndTheAdminReadsWhich() {
        var session = signIn("ada", told(List.of("support"), List.of("berlin")));
        long ada = account(session);
        for (var claim : List.of("roles", "groups")) {
            var less = new HashMap<>(told(List.of("support"), List.of("berlin")));
            less.remove(claim);
            var refused = exchange("ada", less);
            assertTrue(refused.isProblem(403, "claim-missing"), refused.toString());
            assertTrue(refused.detail().contains("no claim " + claim), refused.detail());
            assertEquals(1, memberships(ada));
            assertEquals("[\"agent\"]", roles(session));
            assertTrue(
                    house.admin()
                            .asks()
                            .get(API + "/audit?action=SIGN_IN_FAILED&limit=200")
                            .asString()
                            .contains("no claim " + claim),
                    claim);
        }
    }

    @Test
    void anEmptyClaimEmpties() {
        long ada = account(signIn("ada", told(List.of("support"), List.of("berlin"))));
        signIn("ada", told(List.of("support"), List.of()));
        assertEquals(0, memberships(ada));
        signIn("ada", Map.of("roles", List.of("support")));
        var refused = exchange("ada", told(List.of(), List.of()));
        assertTrue(refused.isProblem(403, "no-role"), refused.toString());
        assertEquals("", storedRoles(ada));
        assertEquals(0, TestDatabase.count("select count(*) from session where account_id = " + ada));
        assertEquals(ada, account(signIn("ada", told(List.of("support"), List.of()))));
    }

    @Test
    void whoComesForTheFirstTimeHasNothingToLose() {
        assertTrue(exchange("ada", Map.of()).isProblem(403, "no-role"));
        assertTrue(exchange("ada", Map.of("_claim_names", TOLD_ELSEWHERE)).isProblem(403, "claim-missing"));
        set(Map.of("defaultRole", "supervisor"));
        for (int times = 0; times < 2; times++) {
            assertEquals("[\"supervisor\"]", roles(signIn("ada", Map.of())));
        }
        assertTrue(exchange("bert", Map.of("_claim_names", TOLD_ELSEWHERE)).isProblem(403, "claim-missing"));
    }

    @Test
    void noClaimTakesTheLastAdminAway() {
        var eve = signIn("eve", told(List.of("it"), List.of()));
        var first = house.admin().account();
        Wire.send(eve, "DELETE", API + "/accounts/" + first, null).as(204);
        assertEquals("[\"admin\",\"agent\"]", roles(signIn("eve", told(List.of("support"), List.of()))));
        eve = signIn("eve", told(List.of(), List.of()));
        assertEquals("[\"admin\"]", roles(eve));
        signIn("ada", told(List.of("it"), List.of()));
        assertEquals("[\"agent\"]", roles(signIn("eve", told(List.of("support"), List.of()))));
    }

    @Test
    void ofAdminsWhoLoseTheRoleAtTheSameMomentOneStays() throws Exception {
        var eve = signIn("eve", told(List.of("it"), List.of()));
        signIn("ada", told(List.of("it"), List.of()));
        Wire.send(eve, "DELETE", API + "/accounts/" + house.admin().account(), null)
                .as(204);
        var start = new CyclicBarrier(2);
        var both = new ArrayList<Callable<String>>();
        for (var subject : List.of("ada", "eve")) {
            both.add(() -> {
                start.await();
                return signIn(subject, told(List.of("support"), List.of()));
            });
        }
        try (var threads = Executors.newFixedThreadPool(2)) {
            threads.invokeAll(both).forEach(Future::resultNow);
        }
        assertEquals(1, admins());
    }

    private void set(Map<String, Object> more) {
        long root = TestDatabase.count("select id from org_group where root_of = " + organisation);
        var request = new HashMap<String, Object>(Map.of(
                "issuer",
                provider.issuer(),
                "clientId",
                FakeIdentityProvider.CLIENT,
                "clientSecret",
                "a client secret for tests",
                "enabled",
                true,
                "roleClaim",
                "roles",
                "roles",
                Map.of("support", "agent", "it", "admin"),
                "groupClaim",
                "groups",
                "groups",
                Map.of("berlin", Map.of("groupId", root, "sees", "GROUP"))));
        request.putAll(more);
        house.admin()
                .sends(request)
                .put(API + "/organisations/{id}/sign-in", organisation)
                .then()
                .statusCode(200);
    }

    private static Map<String, Object> told(List<String> roles, List<String> groups) {
        return Map.of("roles", roles, "groups", groups);
    }

    /** Returns the means of their sign-in: an access token of ours. */
    private String signIn(String subject, Map<String, ?> claims) {
        return exchange(subject, claims).as(200).json().path("accessToken").asText();
    }

    private Wire.Answer exchange(String subject, Map<String, ?> claims) {
        var all = new HashMap<String, Object>(claims);
        all.put("preferred_username", subject);
        return Wire.send(
                provider.token(subject, all), "POST", API + "/auth/sso/" + house.organisation(), Map.of(), null);
    }

    private static long account(String token) {
        return Wire.send(token, "GET", API + "/me", null)
                .as(200)
                .json()
                .path("id")
                .asLong();
    }

    private static String roles(String token) {
        return Wire.send(token, "GET", API + "/me", null)
                .as(200)
                .json()
                .path("roles")
                .toString();
    }

    private static long memberships(long account) {
        return TestDatabase.count("select count(*) from membership where account_id = " + account);
    }

    private static String storedRoles(long account) {
        return TestDatabase.list("select roles from account where id = " + account, row -> row.getString(1))
                .getFirst();
    }

    private long admins() {
        return TestDatabase.count(
                "select count(*) from account where find_in_set('admin', roles) > 0 and organisation_id = "
                        + organisation);
    }
}
