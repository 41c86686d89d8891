/** Those who have a conversation before them just now. It is live only: nothing of it is stored. */
package org.patchbay.activity;
