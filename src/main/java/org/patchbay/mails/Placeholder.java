package org.patchbay.mails;

import java.util.Arrays;
import java.util.Map;

import org.patchbay.replies.Placeholders;
import org.patchbay.shared.language.Language;

/** A name in braces in a template; {@link CaseMailTexts} count them in this order. */
enum Placeholder {
    CUSTOMER_NAME("customer.name"),
    TICKET_ID("ticket.id"),
    ORDER_NUMBER("order.number"),
    AGENT_NAME("agent.name"),
    SHOP_NAME("shop.name"),
    /** The words of staff. */
    TEXT("text"),
    /** Leads to the case. */
    LINK("link");

    private final String inBraces;

    Placeholder(String name) {
        inBraces = inBraces(name);
    }

    String inBraces() {
        return inBraces;
    }

    private static String inBraces(String name) {
        return "{" + name + "}";
    }

    /** A text with all placeholders as an admin would write them. */
    static String in(CaseMailTexts text, Language language) {
        return text.with(Arrays.stream(values()).map(Placeholder::inBraces).toArray())
                .in(language);
    }

    /** A template with the values of its placeholders, which are not looked into again. */
    static String filled(String template, Map<Placeholder, String> values) {
        return Placeholders.filled(template, name -> value(inBraces(name), values));
    }

    private static String value(String inBraces, Map<Placeholder, String> values) {
        return Arrays.stream(values())
                .filter(placeholder -> placeholder.inBraces.equals(inBraces))
                .findFirst()
                .map(placeholder -> values.getOrDefault(placeholder, ""))
                .orElse(inBraces);
    }
}
