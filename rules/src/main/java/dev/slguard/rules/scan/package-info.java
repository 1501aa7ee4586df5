/** The scan as one call: files in, findings out. */
@NullMarked
package dev.slguard.rules.scan;

import org.jspecify.annotations.NullMarked;
