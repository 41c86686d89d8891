package org.patchbay.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.patchbay.testing.OpenApi;
import org.patchbay.testing.OpenApi.Operation;
import org.patchbay.testing.TestOrganisation;
import org.patchbay.testing.TestOrganisation.Person;
import org.patchbay.testing.Wire;
import org.patchbay.testing.Wire.Answer;

import io.quarkus.test.junit.QuarkusTest;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.patchbay.identity.Role.ADMIN;
import static org.patchbay.identity.Role.AGENT;
import static org.patchbay.identity.Role.CUSTOMER;
import static org.patchbay.identity.Role.INTEGRATION;
import static org.patchbay.identity.Role.OPERATOR;
import static org.patchbay.identity.Role.SUPERVISOR;

/** Every operation of the OpenAPI document, called by every role. */
@QuarkusTest
class WhoMayTest {

    private static final Set<Role> EVERYBODY = EnumSet.allOf(Role.class);
    private static final Set<Role> PEOPLE = EnumSet.complementOf(EnumSet.of(INTEGRATION));
    private static final Set<Role> ALL_OF_AN_ORGANISATION = EnumSet.complementOf(EnumSet.of(OPERATOR));
    private static final Set<Role> ALL_BUT_CUSTOMERS = EnumSet.complementOf(EnumSet.of(CUSTOMER, OPERATOR));
    private static final Set<Role> PEOPLE_OF_THE_HOUSE = EnumSet.of(AGENT, SUPERVISOR, ADMIN);
    private static final Set<Role> WHO_WRITE = EnumSet.of(CUSTOMER, AGENT, SUPERVISOR, ADMIN);
    private static final Set<Role> WHO_STEER = EnumSet.of(SUPERVISOR, ADMIN);
    private static final Set<Role> WHO_WATCH = EnumSet.of(SUPERVISOR, ADMIN, INTEGRATION);
    private static final Set<Role> NOT_EVEN_SIGNED_IN = EnumSet.noneOf(Role.class);

    private static final Map<String, Set<Role>> WHO_MAY = Map.ofEntries(
            entry("POST /api/v1/auth/token", NOT_EVEN_SIGNED_IN),
            entry("GET /api/v1/auth/sso/{slug}", NOT_EVEN_SIGNED_IN),
            entry("POST /api/v1/auth/sso/{slug}", NOT_EVEN_SIGNED_IN),
            entry("POST /api/v1/auth/sign-up", NOT_EVEN_SIGNED_IN),
            entry("POST /api/v1/auth/sign-up/confirm", NOT_EVEN_SIGNED_IN),
            entry("POST /api/v1/auth/visitors", NOT_EVEN_SIGNED_IN),
            entry("POST /api/v1/auth/identified", NOT_EVEN_SIGNED_IN),
            entry("POST /api/v1/auth/refresh", NOT_EVEN_SIGNED_IN),
            entry("POST /api/v1/auth/session", NOT_EVEN_SIGNED_IN),
            entry("POST /api/v1/auth/session/refresh", NOT_EVEN_SIGNED_IN),
            entry("DELETE /api/v1/auth/session", NOT_EVEN_SIGNED_IN),
            entry("GET /api/v1/auth/options", NOT_EVEN_SIGNED_IN),
            entry("POST /api/v1/auth/sign-out", PEOPLE),
            entry("POST /api/v1/auth/sign-out-everywhere", PEOPLE),
            entry("GET /api/v1/me", EVERYBODY),
            entry("GET /api/v1/me/sessions", PEOPLE),
            entry("DELETE /api/v1/me/sessions/{id}", PEOPLE),
            entry("PUT /api/v1/me/password", PEOPLE),
            entry("POST /api/v1/me/second-factor", PEOPLE),
            entry("POST /api/v1/me/second-factor/confirm", PEOPLE),
            entry("POST /api/v1/me/second-factor/remove", PEOPLE),
            entry("POST /api/v1/conversations", EnumSet.of(CUSTOMER, INTEGRATION)),
            entry("GET /api/v1/conversations", ALL_OF_AN_ORGANISATION),
            entry("GET /api/v1/conversations/{id}", ALL_OF_AN_ORGANISATION),
            entry("GET /api/v1/conversations/{id}/transcript", ALL_OF_AN_ORGANISATION),
            entry("GET /api/v1/conversations/{id}/messages", ALL_OF_AN_ORGANISATION),
            entry("POST /api/v1/conversations/{id}/messages/{number}/answer", EnumSet.of(CUSTOMER)),
            entry("POST /api/v1/conversations/{id}/messages", ALL_OF_AN_ORGANISATION),
            entry("DELETE /api/v1/conversations/{id}/messages/{number}", ALL_OF_AN_ORGANISATION),
            entry(
                    "DELETE /api/v1/conversations/{id}/messages/{number}/attachments/{attachmentId}",
                    ALL_OF_AN_ORGANISATION),
            entry("PUT /api/v1/conversations/{id}/position", ALL_OF_AN_ORGANISATION),
            entry("PUT /api/v1/conversations/{id}/activity", ALL_OF_AN_ORGANISATION),
            entry("POST /api/v1/conversations/{id}/hand-over", EnumSet.of(INTEGRATION)),
            entry("POST /api/v1/conversations/{id}/ask-for-person", EnumSet.of(CUSTOMER)),
            entry("POST /api/v1/tickets/{id}/settle", EnumSet.of(INTEGRATION)),
            entry("GET /api/v1/tickets/{id}/colleagues", PEOPLE_OF_THE_HOUSE),
            entry("PUT /api/v1/tickets/{id}/colleagues/{accountId}", PEOPLE_OF_THE_HOUSE),
            entry("DELETE /api/v1/tickets/{id}/colleagues/{accountId}", PEOPLE_OF_THE_HOUSE),
            entry("GET /api/v1/events", ALL_OF_AN_ORGANISATION),
            entry("GET /api/v1/me/events", EnumSet.of(AGENT)),
            entry("GET /api/v1/me/mentions", PEOPLE_OF_THE_HOUSE),
            entry("GET /api/v1/me/mentions/unread", PEOPLE_OF_THE_HOUSE),
            entry("GET /api/v1/conversations/{id}/colleagues", PEOPLE_OF_THE_HOUSE),
            entry("GET /api/v1/me/drafts", WHO_WRITE),
            entry("PUT /api/v1/tickets/{id}/drafts/{kind}", WHO_WRITE),
            entry("DELETE /api/v1/tickets/{id}/drafts/{kind}", WHO_WRITE),
            entry("POST /api/v1/auth/forgot-password", NOT_EVEN_SIGNED_IN),
            entry("POST /api/v1/auth/password", NOT_EVEN_SIGNED_IN),
            entry("GET /api/v1/organisations", EnumSet.of(OPERATOR)),
            entry("POST /api/v1/organisations", EnumSet.of(OPERATOR)),
            entry("GET /api/v1/organisations/{id}", EnumSet.of(OPERATOR)),
            entry("PUT /api/v1/organisations/{id}", EnumSet.of(OPERATOR)),
            entry("DELETE /api/v1/organisations/{id}", EnumSet.of(OPERATOR)),
            entry("GET /api/v1/organisations/{id}/sign-in", EnumSet.of(ADMIN, OPERATOR)),
            entry("PUT /api/v1/organisations/{id}/sign-in", EnumSet.of(ADMIN, OPERATOR)),
            entry("DELETE /api/v1/organisations/{id}/sign-in", EnumSet.of(ADMIN, OPERATOR)),
            entry("GET /api/v1/organisations/{id}/widget", EnumSet.of(ADMIN, OPERATOR)),
            entry("PUT /api/v1/organisations/{id}/widget", EnumSet.of(ADMIN, OPERATOR)),
            entry("GET /api/v1/organisations/{id}/identity-keys", EnumSet.of(ADMIN, OPERATOR)),
            entry("POST /api/v1/organisations/{id}/identity-keys", EnumSet.of(ADMIN, OPERATOR)),
            entry("DELETE /api/v1/organisations/{id}/identity-keys/{keyId}", EnumSet.of(ADMIN, OPERATOR)),
            entry("POST /api/v1/organisations/{id}/admins", EnumSet.of(OPERATOR)),
            entry("POST /api/v1/organisations/{id}/suspend", EnumSet.of(OPERATOR)),
            entry("POST /api/v1/organisations/{id}/activate", EnumSet.of(OPERATOR)),
            entry("GET /api/v1/api-clients", EnumSet.of(ADMIN)),
            entry("POST /api/v1/api-clients", EnumSet.of(ADMIN)),
            entry("GET /api/v1/api-clients/{id}", EnumSet.of(ADMIN)),
            entry("DELETE /api/v1/api-clients/{id}", EnumSet.of(ADMIN)),
            entry("GET /api/v1/accounts", EnumSet.of(ADMIN)),
            entry("POST /api/v1/accounts", EnumSet.of(ADMIN)),
            entry("DELETE /api/v1/accounts/{id}", EnumSet.of(ADMIN)),
            entry("PUT /api/v1/accounts/{id}/roles", EnumSet.of(ADMIN)),
            entry("DELETE /api/v1/accounts/{id}/second-factor", EnumSet.of(ADMIN)),
            entry("POST /api/v1/accounts/{id}/password-link", EnumSet.of(ADMIN)),
            entry("GET /api/v1/audit", EnumSet.of(ADMIN)),
            entry("GET /api/v1/audit/export", EnumSet.of(ADMIN)),
            entry("POST /api/v1/audit/verify", EnumSet.of(ADMIN)),
            entry("POST /api/v1/accounts/{id}/sign-out-everywhere", EnumSet.of(ADMIN)),
            entry("GET /api/v1/isolation", EnumSet.of(ADMIN)),
            entry("PUT /api/v1/isolation", EnumSet.of(ADMIN)),
            entry("GET /api/v1/groups", ALL_BUT_CUSTOMERS),
            entry("POST /api/v1/groups", EnumSet.of(ADMIN)),
            entry("GET /api/v1/groups/{id}", ALL_BUT_CUSTOMERS),
            entry("PUT /api/v1/groups/{id}", EnumSet.of(ADMIN)),
            entry("DELETE /api/v1/groups/{id}", EnumSet.of(ADMIN)),
            entry("GET /api/v1/groups/{id}/members", EnumSet.of(ADMIN)),
            entry("PUT /api/v1/groups/{id}/members/{accountId}", EnumSet.of(ADMIN)),
            entry("DELETE /api/v1/groups/{id}/members/{accountId}", EnumSet.of(ADMIN)),
            entry("GET /api/v1/agents", ALL_BUT_CUSTOMERS),
            entry("POST /api/v1/agents", WHO_STEER),
            entry("GET /api/v1/agents/{id}", ALL_BUT_CUSTOMERS),
            entry("PUT /api/v1/agents/{id}", WHO_STEER),
            entry("DELETE /api/v1/agents/{id}", WHO_STEER),
            entry("PUT /api/v1/agents/{id}/presence", PEOPLE_OF_THE_HOUSE),
            entry("POST /api/v1/agents/{id}/give-back", WHO_STEER),
            entry("GET /api/v1/attendance", PEOPLE_OF_THE_HOUSE),
            entry("PUT /api/v1/attendance", EnumSet.of(ADMIN)),
            entry("GET /api/v1/chat-form", PEOPLE_OF_THE_HOUSE),
            entry("PUT /api/v1/chat-form", EnumSet.of(ADMIN)),
            entry("GET /api/v1/me/chat-form", EnumSet.of(CUSTOMER)),
            entry("GET /api/v1/agents/{id}/skills", ALL_BUT_CUSTOMERS),
            entry("PUT /api/v1/agents/{id}/skills", WHO_STEER),
            entry("GET /api/v1/agents/{id}/limits", ALL_BUT_CUSTOMERS),
            entry("PUT /api/v1/agents/{id}/limits", WHO_STEER),
            entry("GET /api/v1/skills", ALL_BUT_CUSTOMERS),
            entry("POST /api/v1/skills", EnumSet.of(ADMIN)),
            entry("GET /api/v1/skills/{id}", ALL_BUT_CUSTOMERS),
            entry("PUT /api/v1/skills/{id}", EnumSet.of(ADMIN)),
            entry("DELETE /api/v1/skills/{id}", EnumSet.of(ADMIN)),
            entry("GET /api/v1/queues", ALL_BUT_CUSTOMERS),
            entry("POST /api/v1/queues", EnumSet.of(ADMIN)),
            entry("GET /api/v1/queues/{id}", ALL_BUT_CUSTOMERS),
            entry("PUT /api/v1/queues/{id}", EnumSet.of(ADMIN)),
            entry("DELETE /api/v1/queues/{id}", EnumSet.of(ADMIN)),
            entry("GET /api/v1/queues/{id}/members", ALL_BUT_CUSTOMERS),
            entry("PUT /api/v1/queues/{id}/members", WHO_STEER),
            entry("GET /api/v1/queues/{id}/alarms", WHO_STEER),
            entry("PUT /api/v1/queues/{id}/alarms", WHO_STEER),
            entry("GET /api/v1/floor", WHO_WATCH),
            entry("GET /api/v1/floor/agents", WHO_WATCH),
            entry("GET /api/v1/floor/calls", WHO_STEER),
            entry("POST /api/v1/attachments", ALL_OF_AN_ORGANISATION),
            entry("GET /api/v1/attachments/{id}", ALL_OF_AN_ORGANISATION),
            entry("DELETE /api/v1/attachments/{id}", ALL_OF_AN_ORGANISATION),
            entry("GET /api/v1/attachments/{id}/preview", ALL_OF_AN_ORGANISATION),
            entry("PUT /api/v1/attachments/{id}/preview", ALL_OF_AN_ORGANISATION),
            entry("GET /api/v1/macros", PEOPLE_OF_THE_HOUSE),
            entry("POST /api/v1/macros", WHO_STEER),
            entry("GET /api/v1/macros/{id}", PEOPLE_OF_THE_HOUSE),
            entry("PUT /api/v1/macros/{id}", WHO_STEER),
            entry("DELETE /api/v1/macros/{id}", WHO_STEER),
            entry("POST /api/v1/tickets/{id}/macros/{macroId}", PEOPLE_OF_THE_HOUSE),
            entry("GET /api/v1/saved-replies", PEOPLE_OF_THE_HOUSE),
            entry("POST /api/v1/saved-replies", PEOPLE_OF_THE_HOUSE),
            entry("GET /api/v1/saved-replies/{id}", PEOPLE_OF_THE_HOUSE),
            entry("PUT /api/v1/saved-replies/{id}", PEOPLE_OF_THE_HOUSE),
            entry("DELETE /api/v1/saved-replies/{id}", PEOPLE_OF_THE_HOUSE),
            entry("GET /api/v1/tags", ALL_BUT_CUSTOMERS),
            entry("POST /api/v1/tags", EnumSet.of(ADMIN)),
            entry("GET /api/v1/tags/{id}", ALL_BUT_CUSTOMERS),
            entry("PUT /api/v1/tags/{id}", EnumSet.of(ADMIN)),
            entry("DELETE /api/v1/tags/{id}", EnumSet.of(ADMIN)),
            entry("GET /api/v1/ticket-fields", ALL_BUT_CUSTOMERS),
            entry("POST /api/v1/ticket-fields", EnumSet.of(ADMIN)),
            entry("GET /api/v1/ticket-fields/{id}", ALL_BUT_CUSTOMERS),
            entry("PUT /api/v1/ticket-fields/{id}", EnumSet.of(ADMIN)),
            entry("DELETE /api/v1/ticket-fields/{id}", EnumSet.of(ADMIN)),
            entry("GET /api/v1/ticket-views", PEOPLE_OF_THE_HOUSE),
            entry("POST /api/v1/ticket-views", PEOPLE_OF_THE_HOUSE),
            entry("GET /api/v1/ticket-views/{id}", PEOPLE_OF_THE_HOUSE),
            entry("PUT /api/v1/ticket-views/{id}", PEOPLE_OF_THE_HOUSE),
            entry("DELETE /api/v1/ticket-views/{id}", PEOPLE_OF_THE_HOUSE),
            entry("POST /api/v1/tickets/{id}/tags", ALL_BUT_CUSTOMERS),
            entry("PUT /api/v1/tickets/{id}/fields", ALL_BUT_CUSTOMERS),
            entry("GET /api/v1/channels", ALL_BUT_CUSTOMERS),
            entry("GET /api/v1/channels/{channel}", ALL_BUT_CUSTOMERS),
            entry("PUT /api/v1/channels/{channel}", EnumSet.of(ADMIN)),
            entry("GET /api/v1/presence-reasons", PEOPLE_OF_THE_HOUSE),
            entry("POST /api/v1/presence-reasons", EnumSet.of(ADMIN)),
            entry("GET /api/v1/presence-reasons/{id}", PEOPLE_OF_THE_HOUSE),
            entry("PUT /api/v1/presence-reasons/{id}", EnumSet.of(ADMIN)),
            entry("DELETE /api/v1/presence-reasons/{id}", EnumSet.of(ADMIN)),
            entry("GET /api/v1/business-hours", ALL_BUT_CUSTOMERS),
            entry("POST /api/v1/business-hours", EnumSet.of(ADMIN)),
            entry("GET /api/v1/business-hours/{id}", ALL_BUT_CUSTOMERS),
            entry("GET /api/v1/business-hours/{id}/open", ALL_BUT_CUSTOMERS),
            entry("PUT /api/v1/business-hours/{id}", EnumSet.of(ADMIN)),
            entry("DELETE /api/v1/business-hours/{id}", EnumSet.of(ADMIN)),
            entry("GET /api/v1/routing-policies", WHO_STEER),
            entry("POST /api/v1/routing-policies", EnumSet.of(ADMIN)),
            entry("GET /api/v1/routing-policies/{id}", WHO_STEER),
            entry("PUT /api/v1/routing-policies/{id}", EnumSet.of(ADMIN)),
            entry("DELETE /api/v1/routing-policies/{id}", EnumSet.of(ADMIN)),
            entry("GET /api/v1/routing-policies/{id}/versions", WHO_STEER),
            entry("POST /api/v1/routing-policies/{id}/versions", EnumSet.of(ADMIN)),
            entry("GET /api/v1/routing-policies/{id}/versions/{number}", WHO_STEER),
            entry("PUT /api/v1/routing-policies/{id}/versions/{number}", EnumSet.of(ADMIN)),
            entry("POST /api/v1/routing-policies/{id}/versions/{number}/publish", EnumSet.of(ADMIN)),
            entry("POST /api/v1/routing-policies/{id}/versions/{number}/withdraw", EnumSet.of(ADMIN)),
            entry("POST /api/v1/routing-policies/{id}/versions/{number}/test", WHO_STEER),
            entry("GET /api/v1/customers", ALL_BUT_CUSTOMERS),
            entry("POST /api/v1/customers", ALL_BUT_CUSTOMERS),
            entry("GET /api/v1/customers/blocks", WHO_WATCH),
            entry("GET /api/v1/customers/{id}/merges", WHO_WATCH),
            entry("POST /api/v1/customers/{id}/merges", WHO_WATCH),
            entry("DELETE /api/v1/customers/{id}/merges/{mergeId}", WHO_WATCH),
            entry("PUT /api/v1/customers/{id}/external-id", EnumSet.of(ADMIN, INTEGRATION)),
            entry("DELETE /api/v1/customers/{id}/external-id", EnumSet.of(ADMIN, INTEGRATION)),
            entry("GET /api/v1/customers/{id}/block", ALL_BUT_CUSTOMERS),
            entry("PUT /api/v1/customers/{id}/block", ALL_BUT_CUSTOMERS),
            entry("DELETE /api/v1/customers/{id}/block", WHO_WATCH),
            entry("GET /api/v1/customers/{id}", ALL_BUT_CUSTOMERS),
            entry("PUT /api/v1/customers/{id}", ALL_BUT_CUSTOMERS),
            entry("DELETE /api/v1/customers/{id}", ALL_BUT_CUSTOMERS),
            entry("POST /api/v1/customers/{id}/erasure", EnumSet.of(ADMIN)),
            entry("GET /api/v1/customers/{id}/erasure", EnumSet.of(ADMIN)),
            entry("GET /api/v1/case", NOT_EVEN_SIGNED_IN),
            entry("GET /api/v1/case/attachments/{id}", NOT_EVEN_SIGNED_IN),
            entry("GET /api/v1/case/attachments/{id}/preview", NOT_EVEN_SIGNED_IN),
            entry("GET /api/v1/case/messages", NOT_EVEN_SIGNED_IN),
            entry("POST /api/v1/case/messages", NOT_EVEN_SIGNED_IN),
            entry("POST /api/v1/case/messages/{number}/answer", NOT_EVEN_SIGNED_IN),
            entry("POST /api/v1/case/transcript", NOT_EVEN_SIGNED_IN),
            entry("PUT /api/v1/case/position", NOT_EVEN_SIGNED_IN),
            entry("PUT /api/v1/case/rating", NOT_EVEN_SIGNED_IN),
            entry("POST /api/v1/conversations/{id}/transcript-mail", EnumSet.of(CUSTOMER, AGENT, SUPERVISOR, ADMIN)),
            entry("POST /api/v1/calls", EnumSet.of(CUSTOMER)),
            entry("GET /api/v1/me/calls", EnumSet.of(CUSTOMER, AGENT, SUPERVISOR, ADMIN)),
            entry("GET /api/v1/calls/{id}", EnumSet.of(CUSTOMER, AGENT, SUPERVISOR, ADMIN)),
            entry("DELETE /api/v1/calls/{id}", EnumSet.of(CUSTOMER, AGENT, SUPERVISOR, ADMIN)),
            entry("POST /api/v1/calls/{id}/callback", EnumSet.of(CUSTOMER)),
            entry("PUT /api/v1/calls/{id}/hold", PEOPLE_OF_THE_HOUSE),
            entry("POST /api/v1/calls/{id}/legs", EnumSet.of(CUSTOMER, AGENT, SUPERVISOR, ADMIN)),
            entry("PUT /api/v1/calls/{id}/legs/{legId}", EnumSet.of(CUSTOMER, AGENT, SUPERVISOR, ADMIN)),
            entry("DELETE /api/v1/calls/{id}/legs/{legId}", EnumSet.of(CUSTOMER, AGENT, SUPERVISOR, ADMIN)),
            entry("POST /api/v1/calls/{id}/legs/{legId}/signals", EnumSet.of(CUSTOMER, AGENT, SUPERVISOR, ADMIN)),
            entry("GET /api/v1/tickets/{id}/calls", EnumSet.of(CUSTOMER, AGENT, SUPERVISOR, ADMIN)),
            entry("POST /api/v1/tickets/{id}/calls", EnumSet.of(CUSTOMER, AGENT)),
            entry("GET /api/v1/call-setting", PEOPLE_OF_THE_HOUSE),
            entry("PUT /api/v1/call-setting", EnumSet.of(ADMIN)),
            entry("GET /api/v1/me/call-kinds", WHO_WRITE),
            entry("GET /api/v1/recording-setting", PEOPLE_OF_THE_HOUSE),
            entry("PUT /api/v1/recording-setting", EnumSet.of(ADMIN)),
            entry("GET /api/v1/calls/{id}/recording-notice", EnumSet.of(CUSTOMER, AGENT, SUPERVISOR, ADMIN)),
            entry("PUT /api/v1/calls/{id}/recording-notice", EnumSet.of(CUSTOMER)),
            entry("GET /api/v1/calls/{id}/recordings", PEOPLE_OF_THE_HOUSE),
            entry("POST /api/v1/calls/{id}/recordings", EnumSet.of(AGENT)),
            entry("GET /api/v1/recordings", EnumSet.of(AGENT, SUPERVISOR, ADMIN, INTEGRATION)),
            entry("GET /api/v1/recordings/{id}", EnumSet.of(AGENT, SUPERVISOR, ADMIN, INTEGRATION)),
            entry("DELETE /api/v1/recordings/{id}", EnumSet.of(ADMIN)),
            entry("PUT /api/v1/recordings/{id}/legal-hold", EnumSet.of(ADMIN)),
            entry("POST /api/v1/recordings/{id}/segments", EnumSet.of(AGENT)),
            entry("POST /api/v1/recordings/{id}/segments/{number}/complete", EnumSet.of(AGENT)),
            entry("PUT /api/v1/recordings/{id}/segments/{number}/chunks/{chunk}", EnumSet.of(AGENT)),
            entry(
                    "GET /api/v1/recordings/{id}/segments/{number}/audio",
                    EnumSet.of(AGENT, SUPERVISOR, ADMIN, INTEGRATION)),
            entry("POST /api/v1/recordings/{id}/complete", EnumSet.of(AGENT)),
            entry("POST /api/v1/recordings/{id}/pause", EnumSet.of(AGENT, INTEGRATION)),
            entry("POST /api/v1/recordings/{id}/resume", EnumSet.of(AGENT, INTEGRATION)),
            entry("GET /api/v1/deliveries", EnumSet.of(ADMIN)),
            entry("POST /api/v1/deliveries/{id}/retry", EnumSet.of(ADMIN)),
            entry("DELETE /api/v1/deliveries/{id}", EnumSet.of(ADMIN)),
            entry("GET /api/v1/mail-settings", EnumSet.of(ADMIN)),
            entry("PUT /api/v1/mail-settings", EnumSet.of(ADMIN)),
            entry("POST /api/v1/mail-settings/preview", EnumSet.of(ADMIN)),
            entry("POST /api/v1/mail-settings/test", EnumSet.of(ADMIN)),
            entry("GET /api/v1/retention", EnumSet.of(ADMIN)),
            entry("PUT /api/v1/retention", EnumSet.of(ADMIN)),
            entry("GET /api/v1/orders", ALL_OF_AN_ORGANISATION),
            entry("POST /api/v1/orders", ALL_BUT_CUSTOMERS),
            entry("POST /api/v1/orders/import", ALL_BUT_CUSTOMERS),
            entry("GET /api/v1/orders/{id}", ALL_OF_AN_ORGANISATION),
            entry("PUT /api/v1/orders/{id}", ALL_BUT_CUSTOMERS),
            entry("DELETE /api/v1/orders/{id}", ALL_BUT_CUSTOMERS),
            entry("GET /api/v1/tickets", ALL_OF_AN_ORGANISATION),
            entry("POST /api/v1/tickets", ALL_OF_AN_ORGANISATION),
            entry("GET /api/v1/tickets/count", ALL_OF_AN_ORGANISATION),
            entry("GET /api/v1/tickets/export", ALL_BUT_CUSTOMERS),
            entry("PUT /api/v1/tickets/{id}/group", WHO_STEER),
            entry("POST /api/v1/tickets/{id}/notes", PEOPLE_OF_THE_HOUSE),
            entry("GET /api/v1/offers", EnumSet.of(AGENT)),
            entry("GET /api/v1/offers/{id}", EnumSet.of(AGENT)),
            entry("POST /api/v1/offers/{id}/accept", EnumSet.of(AGENT)),
            entry("POST /api/v1/offers/{id}/decline", EnumSet.of(AGENT)),
            entry("PUT /api/v1/tickets/{id}/queue", PEOPLE_OF_THE_HOUSE),
            entry("PUT /api/v1/tickets/{id}/priority", WHO_STEER),
            entry("PUT /api/v1/tickets/{id}/rating", EnumSet.of(CUSTOMER)),
            entry("GET /api/v1/tickets/{id}", ALL_OF_AN_ORGANISATION),
            entry("GET /api/v1/tickets/{id}/wait", ALL_OF_AN_ORGANISATION),
            entry("GET /api/v1/tickets/{id}/events", ALL_OF_AN_ORGANISATION),
            entry("GET /api/v1/tickets/{id}/decisions", ALL_BUT_CUSTOMERS),
            entry("POST /api/v1/tickets/{id}/assign", PEOPLE_OF_THE_HOUSE),
            entry("POST /api/v1/tickets/{id}/resolve", PEOPLE_OF_THE_HOUSE),
            entry("POST /api/v1/tickets/{id}/pend", PEOPLE_OF_THE_HOUSE),
            entry("POST /api/v1/tickets/{id}/merge", PEOPLE_OF_THE_HOUSE),
            entry("POST /api/v1/tickets/{id}/split", PEOPLE_OF_THE_HOUSE),
            entry("POST /api/v1/tickets/{id}/release", PEOPLE_OF_THE_HOUSE),
            entry("POST /api/v1/tickets/{id}/resume", ALL_OF_AN_ORGANISATION),
            entry("POST /api/v1/tickets/{id}/reopen", ALL_OF_AN_ORGANISATION),
            entry("POST /api/v1/tickets/{id}/close", ALL_OF_AN_ORGANISATION),
            entry("POST /api/v1/tickets/{id}/cancel", ALL_OF_AN_ORGANISATION));

    private final TestOrganisation house = new TestOrganisation();

    @Test
    void everyOperationIsOpenToItsRolesAndToNobodyElse() {
        var callers = callers(house);
        var operations = OpenApi.read().operations();
        operations.sort(Comparator.comparing(Operation::endsSessions));
        var wrong = new ArrayList<String>();
        for (var operation : operations) {
            var may = WHO_MAY.get(operation.toString());
            if (may == null) {
                continue;
            }
            boolean open = may.equals(NOT_EVEN_SIGNED_IN);
            check(wrong, operation, "nobody", call(operation, null, 0), !open, 401, "unauthorized");
            var asked = operation.endsSessions() ? callers(new TestOrganisation()) : callers;
            asked.forEach((role, caller) -> {
                boolean refused = !open && !may.contains(role);
                if (refused || !operation.streams()) {
                    var answer = call(operation, caller.token(), caller.id());
                    check(wrong, operation, role.text(), answer, refused, 403, "forbidden");
                }
            });
        }
        assertEquals(List.of(), wrong);
        assertEquals(
                new TreeSet<>(WHO_MAY.keySet()),
                operations.stream().map(Operation::toString).collect(Collectors.toCollection(TreeSet::new)),
                "who may is said of each operation");
    }

    private static Map<Role, Person> callers(TestOrganisation house) {
        var callers = new EnumMap<Role, Person>(Role.class);
        callers.put(CUSTOMER, house.customer());
        callers.put(AGENT, house.agent());
        callers.put(SUPERVISOR, house.supervisor());
        callers.put(ADMIN, house.admin());
        callers.put(INTEGRATION, house.integration());
        callers.put(OPERATOR, TestOrganisation.operator());
        return callers;
    }

    /** Calls without a body and for a missing thing, so that nothing happens; agents may ask about themselves. */
    private static Answer call(Operation operation, String token, long self) {
        long id = operation.path().endsWith("/presence") ? self : Long.MAX_VALUE;
        // Some operations are for our own pages only.
        var headers = new HashMap<>(Map.of("Sec-Fetch-Site", "same-origin"));
        if (operation.consumes() != null) {
            headers.put("Content-Type", operation.consumes());
        }
        var path = operation.path().replaceAll("\\{[^}]*}", Long.toString(id));
        return Wire.send(token, operation.method(), path, headers, null);
    }

    /** A caller without a cookie is told that the session ended, in any role. */
    private static boolean isOpen(Answer answer) {
        return answer.status() == 401
                ? answer.isProblem(401, "session-ended")
                : answer.status() != 403 && answer.status() < 500;
    }

    private static void check(
            List<String> wrong,
            Operation operation,
            String who,
            Answer answer,
            boolean refused,
            int status,
            String type) {
        boolean asExpected = refused ? answer.isProblem(status, type) : isOpen(answer);
        if (!asExpected) {
            wrong.add(operation + " by " + who + ": " + answer.status() + " " + answer.text());
        }
    }
}
