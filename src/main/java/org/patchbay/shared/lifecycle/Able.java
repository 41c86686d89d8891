package org.patchbay.shared.lifecycle;

/**
 * A replica is ready to work: it is told once, when whatever had to be done before is done. Work that a replica does
 * unasked begins then, so that nothing delays it.
 */
public record Able() {}
