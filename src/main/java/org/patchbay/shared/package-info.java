/** What every feature needs and no feature owns: problems, pages, times, idempotent requests. */
package org.patchbay.shared;
