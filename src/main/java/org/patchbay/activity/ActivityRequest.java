package org.patchbay.activity;

import java.net.URI;
import java.net.URISyntaxException;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.patchbay.conversations.Audience;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** The state of somebody, as they tell it. */
record ActivityRequest(
        @NotNull
        @Schema(
                description = "LOOKING holds for 30 seconds, TYPING for six, after which they look; tell it again"
                        + " before that",
                examples = "TYPING")
        ActivityState state,

        @Schema(
                description = "Of staff who type: whether to the customer, or to colleagues",
                examples = "PUBLIC",
                nullable = true)
        @Nullable
        Audience audience,

        @Size(max = LONGEST_PAGE)
        @Schema(
                description = "Of customers: the page of the shop that they are on. What follows `?` or `#` is dropped",
                examples = "https://shop.example/shoes/42",
                nullable = true)
        @Nullable
        String page,

        @Size(max = 35)
        @Pattern(regexp = "[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*", message = "{patchbay.language-tag}")
        @Schema(
                description = "Of customers: the language that they read, by BCP 47",
                examples = "de-AT",
                nullable = true)
        @Nullable
        String language) {

    private static final int LONGEST_PAGE = 2000;

    @AssertTrue(message = "{patchbay.page-address}")
    @JsonIgnore
    @Schema(hidden = true)
    boolean isPageOfTheWeb() {
        if (page == null) {
            return true;
        }
        try {
            var uri = new URI(page);
            return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** It may hold secrets of the shop behind these signs, and before the host. */
    @Nullable
    String barePage() {
        if (page == null) {
            return null;
        }
        var uri = URI.create(page);
        var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return uri.getScheme() + "://" + uri.getHost() + port + uri.getRawPath();
    }
}
