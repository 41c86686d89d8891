/** Lists that go on where the last page ended. */
package org.patchbay.shared.paging;
