package org.patchbay.customers;

import java.math.BigDecimal;
import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.patchbay.customers.orders.Order;
import org.patchbay.shared.tenancy.OfCustomer;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** An order as clients see it. */
@RegisterForReflection
public record OrderView(
        @Schema(examples = "31") long id,
        @Schema(examples = "A-1001") String number,
        @Schema(examples = "12") long customerId,

        @Schema(description = "The customer's", examples = "3")
        long groupId,

        @Schema(examples = "Desk lamp") String product,
        @Schema(examples = "1") int quantity,
        @Schema(examples = "49.90") BigDecimal amount,
        @Schema(description = "ISO 4217", examples = "EUR") String currency,
        Instant orderedAt,

        @Schema(description = "Also the ETag", examples = "0")
        int version)
        implements OfCustomer {

    static OrderView of(Order order) {
        return new OrderView(
                order.id,
                order.number,
                order.customerId,
                order.groupId,
                order.product,
                order.quantity,
                order.amount,
                order.currency,
                order.orderedAt,
                order.version);
    }
}
