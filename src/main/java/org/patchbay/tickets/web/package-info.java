/** Tickets over HTTP. */
package org.patchbay.tickets.web;
