package org.patchbay.customers;

import java.util.List;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** The ids of what became another customer's. */
@RegisterForReflection
public record Moved(List<Long> tickets, List<Long> conversations, List<Long> orders) {}
