/** Words that are searched for. */
package org.patchbay.shared.search;
