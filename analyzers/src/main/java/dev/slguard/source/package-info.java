/** Files, spans, positioned trees, limits and diagnostics: what every other package stands on. */
@NullMarked
package dev.slguard.source;

import org.jspecify.annotations.NullMarked;
