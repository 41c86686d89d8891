package org.patchbay.sso;

/** An organisation's identity provider, as a sign-in needs it. */
record Provider(
        long id, int version, long organisation, String slug, String issuer, String clientId, String clientSecret) {

    @Override
    public String toString() {
        return "Provider[" + slug + ", " + issuer + ", " + clientId + "]";
    }
}
