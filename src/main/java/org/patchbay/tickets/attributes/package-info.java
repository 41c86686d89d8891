/** Tags and fields of tickets, as rows and over HTTP. */
package org.patchbay.tickets.attributes;
