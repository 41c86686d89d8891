package org.patchbay.calls.engine;

import org.jspecify.annotations.Nullable;

/**
 * The carrier of a call.
 *
 * @param node of a media server; null for the browsers among themselves
 */
public record MediaPlace(EngineKind kind, @Nullable String node) {}
