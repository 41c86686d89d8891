package org.patchbay.tickets;

import org.patchbay.shared.language.Words;

/** Texts about tickets. */
public enum TicketWords implements Words {
    NO_TICKET("There is no ticket {0}."),
    HAS_STATUS("The ticket is {0}."),
    WAS_RATED("The ticket is {0} and was rated."),
    TOO_LATE_TO_REOPEN("The time to reopen it is over. Open a new one."),
    LIVE_FOR_ORDER("Ticket {0} is live for order {1}."),
    HOLDER_OR_SUPERVISOR("Only the agent who holds the ticket or a supervisor may do this."),
    ONLY_CUSTOMER_RATES("Only the customer whose ticket it is may rate it."),
    CUSTOMERS_REPORT("Customers report return cases, and cannot choose how they are treated."),
    ORDER_OF_ANOTHER("The order is not this customer's."),
    MERGED("Ticket {0} was merged into ticket {1}: go on there."),
    MERGES_WITH_ITSELF("A ticket cannot be merged into itself."),
    OF_ANOTHER_CUSTOMER("Tickets {0} and {1} are of different customers."),
    IS_OVER("Ticket {0} is over: only live tickets are merged."),
    MERGES_ITS_ORDER("Ticket {0} is about an order: merge the other one into it."),
    ONE_CONVERSATION("Tickets {0} and {1} are one conversation already."),
    MERGES_HOLDER("Only the agent who holds one of the two tickets or a supervisor may do this."),
    NOT_OF_CUSTOMER("Message {0} is none of the customer's, or was removed."),
    TEXTS_ERASED("The texts of the ticket are erased: nothing is added any more."),
    TOO_MANY_TAGS("A ticket has at most {0} tags."),
    OF_THE_HOUSE("Customers cannot ask for tags and fields."),
    SEARCH_TOO_LONG("text has at most {0} characters."),
    TOO_MANY_TERMS("text has at most {0} words."),
    SORT("sort is one of {0}."),
    HOLDS_IT("Account {0} has the ticket already."),
    TOO_MANY_COLLEAGUES("A ticket has at most {0} invited colleagues."),
    NO_BOT("No bot answers ticket {0} any more."),
    ONLY_ITS_BOT("Only the bot that answers the ticket may do this."),
    ARE_YOU_THERE("Are you still there? Unless you write, this chat ends in {0,choice,1#a minute|1<{0} minutes}.");

    private final String english;

    TicketWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
