/** Words of tickets, and what is found by them. */
package org.patchbay.tickets.search;
