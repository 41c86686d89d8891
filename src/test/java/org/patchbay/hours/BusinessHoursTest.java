package org.patchbay.hours;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.patchbay.testing.TestDatabase;
import org.patchbay.testing.TestOrganisation;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.patchbay.testing.TestOrganisation.API;
import static org.patchbay.testing.TestOrganisation.refused;
import static org.patchbay.testing.TestOrganisation.unique;

/** Business hours through the API. */
@QuarkusTest
class BusinessHoursTest {

    private static final Map<String, String> MONDAY = opening("MONDAY", "09:00", "17:00");

    private final TestOrganisation house = new TestOrganisation();

    @Test
    void theyAreKeptAsTheyWereSaid() {
        var request = request(
                "weekly",
                List.of(opening("FRIDAY", "22:00", "24:00"), MONDAY),
                "holidays",
                List.of(
                        Map.of("date", "2026-12-24", "name", "Christmas Eve", "open", List.of(times("09:00", "12:00"))),
                        Map.of("date", "2026-12-25", "name", "Christmas Day")));
        long id = post(request)
                .then()
                .statusCode(201)
                .header("ETag", "\"0\"")
                .extract()
                .jsonPath()
                .getLong("id");
        house.integration()
                .asks()
                .get(API + "/business-hours/{id}", id)
                .then()
                .statusCode(200)
                .body("timeZone", is("Europe/Berlin"))
                .body("weekly", is(request.get("weekly")))
                .body("holidays[0].date", is("2026-12-24"))
                .body("holidays[0].open", is(List.of(times("09:00", "12:00"))))
                .body("holidays[1].open", is(List.of()));
        assertTrue(house.each("/business-hours").contains(id));
        post(request).then().spec(refused(409, "already-exists"));
        assertEquals(
                1,
                TestDatabase.count(
                        "select count(*) from audit_entry where action = 'BUSINESS_HOURS_CREATED' and subject_id = "
                                + id));
    }

    @Test
    void aChangeReplacesThemAndAStaleOneIsRefused() {
        long id = house.businessHours();
        var change = request("weekly", List.of());
        house.admin()
                .sends(change)
                .header("If-Match", "\"0\"")
                .put(API + "/business-hours/{id}", id)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("weekly", is(List.of()))
                .body("holidays", is(List.of()));
        house.admin()
                .sends(change)
                .header("If-Match", "\"0\"")
                .put(API + "/business-hours/{id}", id)
                .then()
                .spec(refused(412, "version-mismatch"));
        house.admin().asks().delete(API + "/business-hours/{id}", id).then().statusCode(204);
        house.admin().asks().get(API + "/business-hours/{id}", id).then().spec(refused(404, "not-found"));
    }

    @Test
    void theyTellWhetherItIsOpenAndWhenThatChanges() {
        long id = house.businessHours();
        open(id, "2026-11-02T07:59:59Z")
                .then()
                .statusCode(200)
                .body("open", is(false))
                .body("nextOpening", is("2026-11-02T08:00:00Z"))
                .body("nextClosing", is("2026-11-02T16:00:00Z"));
        open(id, "2026-11-02T08:00:00Z")
                .then()
                .body("open", is(true))
                .body("nextOpening", is("2026-11-09T08:00:00Z"))
                .body("nextClosing", is("2026-11-02T16:00:00Z"));
        open(id, "2026-07-06T07:00:00Z").then().body("open", is(true));
        for (var edge : List.of("1000-01-01T00:00:00Z", "9999-12-31T23:59:59Z")) {
            open(id, edge).then().statusCode(200);
        }
        open(id, "soon").then().spec(refused(400, "bad-request"));
        house.agent().asks().get(API + "/business-hours/{id}/open", id).then().statusCode(200);
        long never = post(request("weekly", List.of()))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
        open(never, "2026-11-02T08:00:00Z")
                .then()
                .body("open", is(false))
                .body("nextOpening", nullValue())
                .body("nextClosing", nullValue());
    }

    @Test
    void whatCannotBeSaysWhichFieldIsWrong() {
        wrong(request("timeZone", "Europe/Atlantis"), "timeZone");
        wrong(request("timeZone", "+01:00"), "timeZone");
        wrong(request("weekly", null), "weekly");
        wrong(request("weekly", List.of(opening("MONDAY", "9:00", "17:00"))), "weekly[0].from");
        wrong(request("weekly", List.of(MONDAY, opening("MONDAY", "18:00", "24:01"))), "weekly[1].to");
        wrong(request("weekly", List.of(opening("MONDAY", "24:00", "02:00"))), "weekly[0].from");
        wrong(request("weekly", List.of(opening("MONDAY", "00:00", "00:00"))), "weekly");
        wrong(request("weekly", List.of(opening("MONDAY", "09:00", "09:00"))), "weekly");
        wrong(request("weekly", List.of(MONDAY, opening("MONDAY", "16:59", "18:00"))), "weekly");
        wrong(request("weekly", Collections.nCopies(200, MONDAY)), "weekly");
        wrong(request("weekly", Collections.singletonList(null)), "weekly");
        var date = Map.of("date", "2026-12-24", "name", "Christmas Eve");
        wrong(request("holidays", List.of(date, date)), "holidays");
        wrong(request("holidays", List.of(Map.of("date", "2026-12-24"))), "holidays[0].name");
        wrong(
                request(
                        "holidays",
                        List.of(Map.of(
                                "date",
                                "2026-12-24",
                                "name",
                                "Christmas Eve",
                                "open",
                                List.of(times("09:00", "12:00"), times("11:00", "13:00"))))),
                "holidays[0].open");
        post(request("weekly", List.of(opening("MOONDAY", "09:00", "17:00"))))
                .then()
                .spec(refused(400, "bad-request"))
                .body("detail", containsString("weekly[0].day is one of MONDAY"));
        post(request("holidays", List.of(Map.of("date", "2026-02-30", "name", "No such day"))))
                .then()
                .spec(refused(400, "bad-request"))
                .body("detail", containsString("holidays[0].date"));
    }

    @Test
    void whatTouchesIsNotAnOverlap() {
        post(request(
                        "weekly",
                        List.of(MONDAY, opening("MONDAY", "17:00", "24:00"), opening("TUESDAY", "00:00", "01:00"))))
                .then()
                .statusCode(201);
    }

    @Test
    void hoursMayPassMidnightAndTheEndOfTheWeek() {
        var night = opening("SUNDAY", "21:00", "02:00");
        long id = post(request("weekly", List.of(night, opening("MONDAY", "02:00", "12:00"))))
                .then()
                .statusCode(201)
                .body("weekly[0]", is(night))
                .extract()
                .jsonPath()
                .getLong("id");
        open(id, "2026-11-02T00:30:00Z")
                .then()
                .body("open", is(true))
                .body("nextClosing", is("2026-11-02T11:00:00Z"))
                .body("nextOpening", is("2026-11-08T20:00:00Z"));
        wrong(request("weekly", List.of(night, opening("MONDAY", "01:59", "12:00"))), "weekly");
        wrong(request("weekly", List.of(night, opening("SUNDAY", "23:00", "24:00"))), "weekly");
        wrong(
                request("weekly", List.of(opening("FRIDAY", "23:00", "22:00"), opening("SATURDAY", "21:00", "24:00"))),
                "weekly");
        post(request("holidays", List.of(holiday(times("21:00", "02:00"), times("00:00", "03:00")))))
                .then()
                .statusCode(201);
        wrong(
                request("holidays", List.of(holiday(times("21:00", "02:00"), times("23:00", "23:30")))),
                "holidays[0].open");
    }

    @Test
    void aMinuteThatIsMissingBeforeMidnightIsPointedOut() {
        var almost = post(request("weekly", List.of(opening("MONDAY", "00:00", "23:59"))));
        almost.then()
                .spec(refused(400, "validation-failed"))
                .body("violations.field", contains("weekly[0].to"))
                .body("violations.message", contains(containsString("24:00 is its end")));
        wrong(request("holidays", List.of(holiday(times("00:00", "23:59")))), "holidays[0].open[0].to");
        post(request("weekly", List.of(opening("MONDAY", "23:59", "24:00"), opening("TUESDAY", "00:00", "23:58"))))
                .then()
                .statusCode(201);
    }

    @SafeVarargs
    private static Map<String, Object> holiday(Map<String, String>... open) {
        return Map.of("date", "2026-12-24", "name", "Christmas Eve", "open", List.of(open));
    }

    @Test
    void whileAQueueHasThemTheyStay() {
        long id = house.businessHours();
        TestDatabase.execute(
                "insert into queue (organisation_id, name, distribution, priority, wrap_up_seconds, is_default,"
                        + " created_at, version, business_hours_id) select organisation_id, 'Open by hours',"
                        + " 'LONGEST_IDLE', 5, 0, false, utc_timestamp(), 0, id from business_hours where id = " + id);
        try {
            house.admin()
                    .asks()
                    .delete(API + "/business-hours/{id}", id)
                    .then()
                    .spec(refused(409, "still-referred-to"));
        } finally {
            TestDatabase.execute("delete from queue where business_hours_id = " + id);
        }
        house.admin().asks().delete(API + "/business-hours/{id}", id).then().statusCode(204);
    }

    private void wrong(Map<String, Object> request, String field) {
        post(request)
                .then()
                .spec(refused(400, "validation-failed"))
                .body("violations.field", everyItem(containsString(field)));
    }

    private Response post(Map<String, Object> request) {
        return house.admin().sends(request).post(API + "/business-hours");
    }

    private Response open(long id, String at) {
        return house.supervisor().asks().queryParam("at", at).get(API + "/business-hours/{id}/open", id);
    }

    /** A valid request, with these fields changed. */
    private static Map<String, Object> request(Object... fields) {
        var request = new HashMap<String, Object>(
                Map.of("name", unique("hours"), "timeZone", "Europe/Berlin", "weekly", List.of(MONDAY)));
        for (int i = 0; i < fields.length; i += 2) {
            request.put((String) fields[i], fields[i + 1]);
        }
        return request;
    }

    private static Map<String, String> opening(String day, String from, String to) {
        return Map.of("day", day, "from", from, "to", to);
    }

    private static Map<String, String> times(String from, String to) {
        return Map.of("from", from, "to", to);
    }
}
