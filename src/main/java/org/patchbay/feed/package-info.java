/** What happens, told at once to whoever looks and may see it: the live events behind all screens. */
package org.patchbay.feed;
