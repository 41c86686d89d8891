package org.patchbay.customers;

import java.math.BigDecimal;
import java.time.Instant;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.patchbay.customers.orders.Order;
import org.patchbay.shared.time.StorableTime;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** An order to create or import; on PUT, its new values (the number stays). */
@RegisterForReflection
public record NewOrder(
        @NotNull
        @Pattern(regexp = "(?!" + Order.ERASED + ")[\\x21-\\x7E]{1,64}", message = "{patchbay.order-number}")
        @Schema(examples = "A-1001")
        String number,

        @NotNull @Positive @Schema(examples = "12") Long customerId,

        @NotBlank @Size(max = 200) @Schema(examples = "Desk lamp")
        String product,

        @NotNull @Positive @Max(1_000_000) @Schema(examples = "1")
        Integer quantity,

        @NotNull @PositiveOrZero @Digits(integer = 10, fraction = 2) @Schema(examples = "49.90")
        BigDecimal amount,

        @NotNull @Pattern(regexp = "[A-Z]{3}", message = "{patchbay.currency}") @Schema(examples = "EUR")
        String currency,

        @NotNull @StorableTime @Schema(examples = "2026-11-02T09:30:00Z")
        Instant orderedAt) {}
