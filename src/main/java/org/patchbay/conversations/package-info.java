/** What people say to one another about one matter: participants and messages. Tickets are known by their ids. */
package org.patchbay.conversations;
