package org.patchbay.audit;

/** A recorded action, and the kind of thing that it concerns. */
public enum Action {
    SIGN_IN_SUCCEEDED(Subject.ACCOUNT),
    /** Its subject is the user name that was tried; it says why. */
    SIGN_IN_FAILED(Subject.USERNAME),
    /** Its subject is the user name that was tried when the limit was passed; once until the limit is lifted. */
    SIGN_IN_THROTTLED(Subject.USERNAME),
    PASSWORD_LINK_REQUESTED(Subject.ACCOUNT),
    PASSWORD_SET(Subject.ACCOUNT),
    /** By its owner, who knew the password before. */
    PASSWORD_CHANGED(Subject.ACCOUNT),
    SIGNED_OUT_EVERYWHERE(Subject.ACCOUNT),
    /** An old refresh token came back, so its session ended. */
    REFRESH_TOKEN_REUSED(Subject.ACCOUNT),
    SECOND_FACTOR_ADDED(Subject.ACCOUNT),
    SECOND_FACTOR_REMOVED(Subject.ACCOUNT),
    ACCOUNT_CREATED(Subject.ACCOUNT),
    /** By the identity provider, at a sign-in. */
    ACCOUNT_ROLES_CHANGED(Subject.ACCOUNT),
    /** By an admin: links for a new password are mailed to that address from now on. */
    ACCOUNT_ADDRESS_SET(Subject.ACCOUNT),
    ACCOUNT_DELETED(Subject.ACCOUNT),
    ADMIN_INVITED(Subject.ACCOUNT),
    API_CLIENT_CREATED(Subject.API_CLIENT),
    API_CLIENT_REVOKED(Subject.API_CLIENT),
    ORGANISATION_CREATED(Subject.ORGANISATION),
    ORGANISATION_UPDATED(Subject.ORGANISATION),
    ORGANISATION_SUSPENDED(Subject.ORGANISATION),
    ORGANISATION_ACTIVATED(Subject.ORGANISATION),
    ORGANISATION_DELETED(Subject.ORGANISATION),
    /** The organisation's identity provider was set. */
    SIGN_ON_SET(Subject.ORGANISATION),
    SIGN_ON_REMOVED(Subject.ORGANISATION),
    /** The sites that may show the organisation's widget. */
    WIDGET_SET(Subject.ORGANISATION),
    /** How customers are greeted, and what they are asked before a chat. */
    CHAT_FORM_SET(Subject.ORGANISATION),
    /** A key by which the word of the organisation's shop is known. */
    IDENTITY_KEY_CREATED(Subject.ORGANISATION),
    IDENTITY_KEY_DELETED(Subject.ORGANISATION),
    ISOLATION_SET(Subject.ORGANISATION),
    /** How long closed tickets and what happened are kept. */
    RETENTION_SET(Subject.ORGANISATION),
    /** How an organisation writes to its customers about their cases. */
    MAIL_SET(Subject.ORGANISATION),
    GROUP_CREATED(Subject.GROUP),
    GROUP_UPDATED(Subject.GROUP),
    GROUP_DELETED(Subject.GROUP),
    /** An account joined a group, or its visibility there changed. */
    MEMBERSHIP_SET(Subject.ACCOUNT),
    MEMBERSHIP_REMOVED(Subject.ACCOUNT),
    AGENT_CREATED(Subject.AGENT),
    AGENT_UPDATED(Subject.AGENT),
    AGENT_DELETED(Subject.AGENT),
    /** By another account than the agent's. */
    AGENT_PRESENCE_SET(Subject.AGENT),
    AGENT_SKILLS_SET(Subject.AGENT),
    AGENT_LIMITS_SET(Subject.AGENT),
    /** How an organisation notices that agents are gone. */
    ATTENDANCE_SET(Subject.ORGANISATION),
    PRESENCE_REASON_CREATED(Subject.PRESENCE_REASON),
    PRESENCE_REASON_UPDATED(Subject.PRESENCE_REASON),
    PRESENCE_REASON_DELETED(Subject.PRESENCE_REASON),
    SKILL_CREATED(Subject.SKILL),
    SKILL_UPDATED(Subject.SKILL),
    SKILL_DELETED(Subject.SKILL),
    QUEUE_CREATED(Subject.QUEUE),
    QUEUE_UPDATED(Subject.QUEUE),
    QUEUE_DELETED(Subject.QUEUE),
    QUEUE_MEMBERS_SET(Subject.QUEUE),
    QUEUE_ALARMS_SET(Subject.QUEUE),
    CHANNEL_SET(Subject.CHANNEL),
    BUSINESS_HOURS_CREATED(Subject.BUSINESS_HOURS),
    BUSINESS_HOURS_UPDATED(Subject.BUSINESS_HOURS),
    BUSINESS_HOURS_DELETED(Subject.BUSINESS_HOURS),
    ROUTING_POLICY_CREATED(Subject.ROUTING_POLICY),
    ROUTING_POLICY_UPDATED(Subject.ROUTING_POLICY),
    ROUTING_POLICY_DELETED(Subject.ROUTING_POLICY),
    /** A version was published; the one before it, if any, is recorded too. */
    ROUTING_POLICY_PUBLISHED(Subject.ROUTING_POLICY),
    ROUTING_POLICY_WITHDRAWN(Subject.ROUTING_POLICY),
    /** A reply for everybody. */
    SAVED_REPLY_CREATED(Subject.SAVED_REPLY),
    SAVED_REPLY_UPDATED(Subject.SAVED_REPLY),
    SAVED_REPLY_DELETED(Subject.SAVED_REPLY),
    TAG_CREATED(Subject.TAG),
    TAG_UPDATED(Subject.TAG),
    TAG_DELETED(Subject.TAG),
    TICKET_FIELD_CREATED(Subject.TICKET_FIELD),
    TICKET_FIELD_UPDATED(Subject.TICKET_FIELD),
    TICKET_FIELD_DELETED(Subject.TICKET_FIELD),
    /** A view for others, too. */
    TICKET_VIEW_CREATED(Subject.TICKET_VIEW),
    TICKET_VIEW_UPDATED(Subject.TICKET_VIEW),
    TICKET_VIEW_DELETED(Subject.TICKET_VIEW),
    MACRO_CREATED(Subject.MACRO),
    MACRO_UPDATED(Subject.MACRO),
    MACRO_DELETED(Subject.MACRO),
    CUSTOMER_SIGNED_UP(Subject.CUSTOMER),
    CUSTOMER_CREATED(Subject.CUSTOMER),
    /** Their shop vouched for them, for the first time or with news. */
    CUSTOMER_IDENTIFIED(Subject.CUSTOMER),
    /** All that was theirs is another customer's since. */
    CUSTOMER_JOINED(Subject.CUSTOMER),
    CUSTOMER_UPDATED(Subject.CUSTOMER),
    CUSTOMER_DELETED(Subject.CUSTOMER),
    /** All that another customer had is theirs since. */
    CUSTOMER_MERGED(Subject.CUSTOMER),
    CUSTOMER_MERGE_UNDONE(Subject.CUSTOMER),
    CUSTOMER_BLOCKED(Subject.CUSTOMER),
    CUSTOMER_UNBLOCKED(Subject.CUSTOMER),
    CUSTOMER_ERASURE_REQUESTED(Subject.CUSTOMER),
    /** Nothing is left that tells who they were; how much there was. */
    CUSTOMER_ERASED(Subject.CUSTOMER),
    ORDER_DELETED(Subject.ORDER),
    /** By a supervisor or the ticket's holder; a ticket's other steps are in its own history. */
    TICKET_ASSIGNED(Subject.TICKET),
    /** Words or files were taken out of a message; they are not told here either. */
    MESSAGE_REMOVED(Subject.TICKET),
    /** A supervisor joined its call, listens or whispers. */
    CALL_SUPERVISED(Subject.TICKET),
    /** How people call one another, and who knows of those who listen. */
    CALLS_SET(Subject.ORGANISATION),
    /** Which calls are recorded, and how customers are told. */
    RECORDING_SET(Subject.ORGANISATION),
    RECORDING_PAUSED(Subject.TICKET),
    RECORDING_RESUMED(Subject.TICKET),
    /** Somebody listened to the recording of its call; once in a few minutes. */
    RECORDING_HEARD(Subject.TICKET),
    RECORDING_DOWNLOADED(Subject.TICKET),
    /** A recording must not be deleted, or may be again. */
    RECORDING_HELD(Subject.TICKET),
    RECORDING_RELEASED(Subject.TICKET),
    RECORDING_DELETED(Subject.TICKET);

    /** The kinds of things that actions concern. */
    public enum Subject {
        ACCOUNT,
        USERNAME,
        API_CLIENT,
        ORGANISATION,
        GROUP,
        AGENT,
        PRESENCE_REASON,
        SKILL,
        QUEUE,
        CHANNEL,
        BUSINESS_HOURS,
        ROUTING_POLICY,
        SAVED_REPLY,
        TAG,
        TICKET_FIELD,
        TICKET_VIEW,
        MACRO,
        CUSTOMER,
        ORDER,
        TICKET
    }

    private final Subject subject;

    Action(Subject subject) {
        this.subject = subject;
    }

    public Subject subject() {
        return subject;
    }

    /**
     * Whether it changes configuration: what an organisation says once of how its tickets are treated, and of who may.
     * No other place decides that; the organisation's epoch grows with it.
     */
    public boolean changesConfiguration() {
        return switch (this) {
            case AGENT_PRESENCE_SET -> false;
            case MEMBERSHIP_SET, MEMBERSHIP_REMOVED -> true;
            default ->
                switch (subject) {
                    case GROUP,
                            AGENT,
                            PRESENCE_REASON,
                            SKILL,
                            QUEUE,
                            CHANNEL,
                            BUSINESS_HOURS,
                            ROUTING_POLICY,
                            SAVED_REPLY,
                            TAG,
                            TICKET_FIELD,
                            TICKET_VIEW,
                            MACRO,
                            ORGANISATION -> true;
                    case ACCOUNT, USERNAME, API_CLIENT, CUSTOMER, ORDER, TICKET -> false;
                };
        };
    }
}
