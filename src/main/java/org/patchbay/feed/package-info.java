/** The feed: live events, told at once to every connection that may see them. */
package org.patchbay.feed;
