/** The log of events: one table, numbered in each organisation in the order of the commits. */
package org.patchbay.events;
