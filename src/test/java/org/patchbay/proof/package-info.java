/**
 * Proof, over the database, that every ticket is assigned exactly once, that no agent holds too much, and that nobody
 * idles while a ticket waits: with many threads, two replicas, and faults in the middle.
 */
package org.patchbay.proof;
