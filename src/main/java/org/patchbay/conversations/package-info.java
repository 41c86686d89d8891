/** The talk of customers and staff about one matter: participants and messages. Tickets are known by their ids. */
package org.patchbay.conversations;
