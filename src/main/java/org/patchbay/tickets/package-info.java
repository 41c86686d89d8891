/** Tickets: their life, their history, and the steps that each account may take. */
package org.patchbay.tickets;
