package org.patchbay.customers.contacts;

import java.util.List;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Which of a customer's contacts another one has since they are joined: the places in the lists of the one, who is not
 * changed meanwhile. So nothing of a person stands where it would have to be erased.
 */
@RegisterForReflection
public record Gained(List<Integer> emails, List<Integer> phones, List<Integer> postalAddresses) {

    public static final Gained NOTHING = new Gained(List.of(), List.of(), List.of());
}
