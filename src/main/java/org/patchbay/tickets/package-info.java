/** Tickets: their life, their history, and who may do what with them. */
package org.patchbay.tickets;
