package org.patchbay.sharding;

import java.util.Map;

import static java.util.Map.entry;

/**
 * The methods whose statements name no single organisation, and why that is right. The hot path has none of them: its
 * replicas know whose ticket it is.
 */
final class OfManyOrganisations {

    private static final String LOOKS = "background work looks for organisations where there is something to do";

    private static final String COUNTS = "gauges of the whole installation";

    private static final String REMOVES = "removes what is old, whoever's it is: each row by itself";

    private static final String FINDS = "finds whose it is, before anybody knows";

    private static final String LISTS = "operators see all organisations";

    private static final Map<String, String> WHY = Map.ofEntries(
            entry("Account.organisationsOf", FINDS),
            entry("Agent.count", COUNTS),
            entry("Agent.countPresent", COUNTS),
            entry("ApiClient.byClientId", FINDS),
            entry("Assignment.neglected", LOOKS),
            entry("Call.live", LOOKS),
            entry("Recording.due", LOOKS),
            entry("Attachment.organisationsWithUnsaid", LOOKS),
            entry("Batches.oldest", LOOKS),
            entry("Decision.delete", REMOVES),
            entry("Decision.deleteBefore", REMOVES),
            entry("DeliveryLane.due", LOOKS),
            entry("FeedStore.lastNumbers", LOOKS),
            entry("FeedStore.oldest", LOOKS),
            entry("JanusLine.all", LOOKS),
            entry("JanusLine.load", LOOKS),
            entry("LastSeen.gone", LOOKS),
            entry("LastSeen.signedInAgain", LOOKS),
            entry("LastSeen.signedOut", LOOKS),
            entry("MailSetting.organisationsWithNews", LOOKS),
            entry("MatchQueries.organisations", LOOKS),
            entry("Organisation.byHostName", FINDS),
            entry("Organisation.bySlug", FINDS),
            entry("Organisation.page", LISTS),
            entry("Organisation.toPurge", LOOKS),
            entry("PasswordLink.findByIdOptional", FINDS),
            entry("RetentionSetting.listAll", LOOKS),
            entry("Session.byFamily", FINDS),
            entry("StaleSeats.goOn", LOOKS),
            entry("StrayFile.organisations", LOOKS),
            entry("TicketFigures.waiting", COUNTS),
            entry("Timer.toTry", LOOKS),
            entry("MatcherPlansTest.execute", "sets a scene"),
            entry("somebody.somewhere", "a migration moves the rows of all organisations"));

    private OfManyOrganisations() {}

    /** @param by the method that sends the statement, as {@code Class.method} */
    static boolean mayNameNone(String by) {
        return WHY.containsKey(by);
    }
}
