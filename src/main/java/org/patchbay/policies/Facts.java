package org.patchbay.policies;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.patchbay.customers.CustomerView;
import org.patchbay.customers.OrderView;
import org.patchbay.queues.Channel;
import org.patchbay.queues.Priority;

/**
 * The facts of a ticket that conditions can ask for. An unknown one is null here; conditions see an empty text, 0, or
 * the beginning of 1970.
 *
 * @param reason the reason of the return, in capitals
 * @param language the customer's language, BCP 47
 * @param text the customer's words
 * @param now in the organisation's time zone
 * @param tags the names of its tags
 * @param fields the values of its fields by key, as they are kept
 */
public record Facts(
        @Nullable Channel channel,
        @Nullable String reason,
        @Nullable Priority priority,
        @Nullable String language,
        @Nullable String text,
        @Nullable Long groupId,
        @Nullable Customer customer,
        @Nullable Order order,
        @Nullable ZonedDateTime now,
        @Nullable List<String> tags,
        Map<String, Object> fields) {

    /** The customer. */
    public record Customer(
            @Schema(examples = "12", nullable = true) @Nullable
            Long id,

            @Size(max = 200) @Schema(examples = "Carla Customer", nullable = true) @Nullable
            String name,

            @Size(max = 190) @Schema(examples = "carla@example.org", nullable = true) @Nullable
            String email,

            @Size(max = 50)
            @Schema(type = SchemaType.OBJECT, examples = "{\"tier\":\"gold\"}", nullable = true)
            @Nullable
            Map<@NotBlank @Size(max = 100) String, @NotNull @Size(max = 1000) String> attributes) {

        public static Customer of(CustomerView customer) {
            return new Customer(customer.id(), customer.name(), customer.email(), customer.attributes());
        }
    }

    /** The order that the ticket is about. */
    public record Order(
            @Size(max = 64) @Schema(examples = "A-1001", nullable = true) @Nullable
            String number,

            @Size(max = 200) @Schema(examples = "Desk lamp", nullable = true) @Nullable
            String product,

            @Schema(examples = "1", nullable = true) @Nullable
            Integer quantity,

            @Digits(integer = 10, fraction = 2) @Schema(examples = "49.90", nullable = true) @Nullable
            BigDecimal amount,

            @Size(max = 3) @Schema(description = "ISO 4217", examples = "EUR", nullable = true) @Nullable
            String currency,

            @Schema(examples = "2026-11-02T09:30:00Z", nullable = true) @Nullable
            Instant orderedAt) {

        public static Order of(OrderView order) {
            return new Order(
                    order.number(),
                    order.product(),
                    order.quantity(),
                    order.amount(),
                    order.currency(),
                    order.orderedAt());
        }
    }
}
