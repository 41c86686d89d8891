/** Statements and transactions of the application, each of one organisation: what a shard by organisation needs. */
package org.patchbay.sharding;
