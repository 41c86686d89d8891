package org.patchbay.policies.rules;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.patchbay.fields.FieldView;
import org.patchbay.policies.Facts;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;

/** The names, types and values of the facts in conditions. */
final class Variables {

    private Variables() {}

    static Map<String, CelType> ofTicket() {
        return Map.of(
                "channel", SimpleType.STRING,
                "reason", SimpleType.STRING,
                "priority", SimpleType.STRING,
                "language", SimpleType.STRING,
                "text", SimpleType.STRING,
                "groupId", SimpleType.INT,
                "now", SimpleType.TIMESTAMP,
                "hour", SimpleType.INT,
                "weekday", SimpleType.STRING,
                "tags", ListType.create(SimpleType.STRING));
    }

    static Map<String, CelType> ofFields(List<FieldView> fields) {
        return fields.stream().collect(Collectors.toMap(FieldView::key, field -> switch (field.type()) {
            case TEXT, CHOICE -> SimpleType.STRING;
            case NUMBER -> SimpleType.DOUBLE;
            case DATE -> SimpleType.TIMESTAMP;
            case YES_NO -> SimpleType.BOOL;
        }));
    }

    static Map<String, CelType> ofCustomer() {
        return Map.of(
                "id", SimpleType.INT,
                "name", SimpleType.STRING,
                "email", SimpleType.STRING,
                "attributes", MapType.create(SimpleType.STRING, SimpleType.STRING));
    }

    static Map<String, CelType> ofOrder() {
        return Map.of(
                "number", SimpleType.STRING,
                "product", SimpleType.STRING,
                "quantity", SimpleType.INT,
                "amount", SimpleType.DOUBLE,
                "currency", SimpleType.STRING,
                "orderedAt", SimpleType.TIMESTAMP);
    }

    /**
     * No value is null, so that a condition fails for its own expression, never for an unknown fact.
     *
     * @param fields those of the organisation when the conditions were compiled, which ask for no others
     */
    static Map<String, Object> of(Facts facts, List<FieldView> fields) {
        var now = facts.now();
        return Map.ofEntries(
                Map.entry("channel", text(facts.channel())),
                Map.entry("reason", text(facts.reason())),
                Map.entry("priority", text(facts.priority())),
                Map.entry("language", text(facts.language())),
                Map.entry("text", text(facts.text())),
                Map.entry("groupId", known(facts.groupId(), id -> id, 0L)),
                Map.entry("now", known(now, ZonedDateTime::toInstant, Instant.EPOCH)),
                Map.entry("hour", known(now, time -> (long) time.getHour(), 0L)),
                Map.entry("weekday", known(now, time -> time.getDayOfWeek().name(), "")),
                Map.entry("customer", of(facts.customer())),
                Map.entry("order", of(facts.order())),
                Map.entry("tags", known(facts.tags(), own -> own, List.of())),
                Map.entry("fields", of(known(facts.fields(), own -> own, Map.of()), fields)));
    }

    private static Map<String, Object> of(Map<String, Object> values, List<FieldView> fields) {
        return fields.stream()
                .collect(Collectors.toMap(FieldView::key, field -> field.type().fact(values.get(field.key()))));
    }

    private static Map<String, Object> of(Facts.@Nullable Customer found) {
        var customer = known(found, own -> own, new Facts.Customer(null, null, null, null));
        return Map.of(
                "id", known(customer.id(), id -> id, 0L),
                "name", text(customer.name()),
                "email", text(customer.email()),
                "attributes", known(customer.attributes(), own -> own, Map.of()));
    }

    private static Map<String, Object> of(Facts.@Nullable Order found) {
        var order = known(found, own -> own, new Facts.Order(null, null, null, null, null, null));
        return Map.of(
                "number", text(order.number()),
                "product", text(order.product()),
                "quantity", known(order.quantity(), Integer::longValue, 0L),
                "amount", known(order.amount(), Number::doubleValue, 0.0),
                "currency", text(order.currency()),
                "orderedAt", known(order.orderedAt(), time -> time, Instant.EPOCH));
    }

    private static String text(@Nullable Object value) {
        return known(value, Object::toString, "");
    }

    private static <T, R> R known(@Nullable T value, Function<T, R> read, R unknown) {
        return Optional.ofNullable(value).map(read).orElse(unknown);
    }
}
