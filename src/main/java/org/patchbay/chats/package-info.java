/** How chats begin: the greeting, and what is asked before the first message. */
package org.patchbay.chats;
