package org.patchbay.identity;

/** A role of an account. The constants of {@link Names} are the values in tokens and {@code @RolesAllowed}. */
public enum Role {
    CUSTOMER(Names.CUSTOMER),
    AGENT(Names.AGENT),
    SUPERVISOR(Names.SUPERVISOR),
    ADMIN(Names.ADMIN),
    INTEGRATION(Names.INTEGRATION),
    /** Runs the service: makes organisations, and sees nothing inside them. */
    OPERATOR(Names.OPERATOR);

    private final String text;

    Role(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    public static Role ofText(String text) {
        for (var role : values()) {
            if (role.text.equals(text)) {
                return role;
            }
        }
        throw new IllegalArgumentException("Unknown role " + text);
    }

    /** Needed because annotations take constants only. */
    public static final class Names {
        public static final String CUSTOMER = "customer";
        public static final String AGENT = "agent";
        public static final String SUPERVISOR = "supervisor";
        public static final String ADMIN = "admin";
        public static final String INTEGRATION = "integration";
        public static final String OPERATOR = "operator";

        private Names() {}
    }
}
