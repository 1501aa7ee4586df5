/** Verdicts and their evidence: all that reports see of a scan. */
@NullMarked
package dev.slguard.rules.finding;

import org.jspecify.annotations.NullMarked;
