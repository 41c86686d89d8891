package org.patchbay.tickets;

import java.util.EnumSet;
import java.util.Set;

/** The kind of line in a ticket's history. */
public enum TicketEventType {
    OPENED,
    ASSIGNED,
    OFFERED,
    ACCEPTED,
    DECLINED,
    EXPIRED,
    RELEASED,
    PENDED,
    /** It is pending until a time, which the line tells. */
    SNOOZED,
    /** Its time has come: it was resumed by that. */
    SNOOZE_ENDED,
    RESUMED,
    RESOLVED,
    REOPENED,
    CLOSED,
    CANCELLED,
    /** It became one with another ticket of its customer, whose number the line tells. */
    MERGED,
    /** The ticket whose number the line tells became one with it. */
    MERGED_FROM,
    /** A part of it goes on in the ticket whose number the line tells. */
    SPLIT,
    /** It was a part of the ticket whose number the line tells. */
    SPLIT_FROM,
    /** The customer wrote. */
    SAID,
    /** Staff wrote to the customer. */
    NOTED,
    /** The customer said nothing for a while, and was told that the chat ends. */
    CUSTOMER_SILENT,
    /** Staff wrote to colleagues. */
    NOTED_INTERNALLY,
    /** A note mentions the colleague whose account the line names as its agent. */
    MENTIONED,
    /** The colleague whom the line names as its agent was asked for advice. */
    CONSULTED,
    /** The colleague whom the line names as its agent was invited to talk with the customer, too. */
    INVITED,
    /** The colleague whom the line names as its agent is not invited any more. */
    LEFT,
    /** A call began, of the kind that the line tells. */
    CALL_STARTED,
    /** The customer and somebody of staff are in the call. */
    CALL_ANSWERED,
    /** The customer waits within the call. */
    CALL_HELD,
    /** The customer waits within the call no more. */
    CALL_RESUMED,
    /** The call is over: who or what ended it, and for how many seconds they talked. */
    CALL_ENDED,
    /** A condition of the routing policy could not be decided: the ticket waits in the default queue. */
    RULE_FAILED,
    /** The ticket waited so long that its requirement was relaxed. */
    RELAXED,
    /** The bot gave the ticket to people, or people take it up without the bot. */
    HANDED_OVER,
    /** The ticket moved to another queue. */
    REQUEUED,
    /** The ticket became a callback. */
    DEFERRED,
    /** The ticket waits nearly as long as its queue promises at most. */
    SERVICE_LEVEL_AT_RISK,
    /** The ticket waits longer than its queue promises. */
    SERVICE_LEVEL_MISSED,
    /** The time promised for the ticket's resolution is nearly over. */
    RESOLUTION_AT_RISK,
    /** The time promised for the ticket's resolution is over. */
    RESOLUTION_MISSED,
    /** The ticket moved to another group. */
    MOVED,
    /** The ticket's priority changed. */
    PRIORITISED,
    /** The ticket got and lost tags: their names, each after a + or a -. */
    TAGGED,
    /** Values of the ticket's fields changed: the labels of these fields. */
    FIELDS_SET,
    /** Words or files were taken out of a message: the numbers of the conversation and of the message. */
    REMOVED,
    /** The same, of a message among staff. */
    REMOVED_INTERNALLY,
    /** The customer rated the ticket: the score, and their comment. */
    RATED;

    private static final Set<TicketEventType> OF_THE_HOUSE = EnumSet.of(
            SNOOZED,
            SNOOZE_ENDED,
            MERGED_FROM,
            SPLIT,
            SPLIT_FROM,
            NOTED_INTERNALLY,
            REMOVED_INTERNALLY,
            MENTIONED,
            CONSULTED,
            INVITED,
            LEFT,
            CALL_HELD,
            CALL_RESUMED,
            RULE_FAILED,
            RELAXED,
            REQUEUED,
            SERVICE_LEVEL_AT_RISK,
            SERVICE_LEVEL_MISSED,
            RESOLUTION_AT_RISK,
            RESOLUTION_MISSED,
            MOVED,
            PRIORITISED,
            TAGGED,
            FIELDS_SET);

    private static final Set<TicketEventType> SPOKEN = EnumSet.of(
            OPENED, SAID, NOTED, CUSTOMER_SILENT, PENDED, RESUMED, RESOLVED, REOPENED, CLOSED, CANCELLED, RATED);

    /** Whether it concerns only internal work: customers do not see it. */
    public boolean isOfTheHouse() {
        return OF_THE_HOUSE.contains(this);
    }

    /** Whether it tells that something is gone, by a remark that is no text. */
    public boolean isRemoval() {
        return this == REMOVED || this == REMOVED_INTERNALLY;
    }

    /** Whether what is said with it is to the customer, or by them; else it is for colleagues. */
    boolean isSpoken() {
        return SPOKEN.contains(this);
    }

    static TicketEventType of(TicketStatus.Step step) {
        return switch (step) {
            case ASSIGN -> ASSIGNED;
            case OFFER -> OFFERED;
            case ACCEPT -> ACCEPTED;
            case DECLINE -> DECLINED;
            case EXPIRE -> EXPIRED;
            case RELEASE -> RELEASED;
            case PEND -> PENDED;
            case RESUME -> RESUMED;
            case RESOLVE, SETTLE -> RESOLVED;
            case REOPEN -> REOPENED;
            case CLOSE -> CLOSED;
            case CANCEL -> CANCELLED;
        };
    }
}
