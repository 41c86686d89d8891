package org.patchbay.identity;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A permission of an API client, within those of its role: to read or change the things under one path of the API (RFC
 * 6749, section 3.3). {@code tickets:read} is for GET under {@code /tickets}.
 */
public enum Scope {
    AGENTS_READ,
    AGENTS_WRITE,
    BUSINESS_HOURS_READ,
    CHANNELS_READ,
    CONVERSATIONS_READ,
    CONVERSATIONS_WRITE,
    CUSTOMERS_READ,
    CUSTOMERS_WRITE,
    FLOOR_READ,
    GROUPS_READ,
    ORDERS_READ,
    ORDERS_WRITE,
    QUEUES_READ,
    RECORDINGS_READ,
    RECORDINGS_WRITE,
    SKILLS_READ,
    TAGS_READ,
    TICKET_FIELDS_READ,
    TICKETS_READ,
    TICKETS_WRITE;

    /**
     * Paths that belong to another. Feeds tell mostly what happens to tickets; what else happens is left out where the
     * token does not say that it may be seen. Files go with words.
     */
    private static final Map<String, String> BELONGING =
            Map.of("events", "tickets", "feed", "tickets", "attachments", "conversations");

    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT).replaceFirst("_(?=[^_]*$)", ":").replace('_', '-');
    }

    @JsonCreator
    static Scope ofText(String text) {
        return Arrays.stream(values())
                .filter(scope -> scope.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(text));
    }

    /** The scope that a request needs; empty where no client may make it. */
    static Optional<Scope> of(String method, String path) {
        var first = path.replaceFirst("^/", "").split("/", 2)[0];
        var collection = BELONGING.getOrDefault(first, first);
        var name = collection + (method.equals("GET") || method.equals("HEAD") ? ":read" : ":write");
        return Arrays.stream(values())
                .filter(scope -> scope.text().equals(name))
                .findFirst();
    }

    /** @throws IllegalArgumentException with the one that is unknown, where one is */
    public static Set<Scope> ofList(String spaceSeparated) {
        return Arrays.stream(spaceSeparated.strip().split(" +"))
                .map(Scope::ofText)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
    }

    public static String list(Set<Scope> scopes) {
        return scopes.stream().sorted().map(Scope::text).collect(Collectors.joining(" "));
    }
}
