/** Saved views: lists of tickets that staff look at again and again. */
package org.patchbay.views;
