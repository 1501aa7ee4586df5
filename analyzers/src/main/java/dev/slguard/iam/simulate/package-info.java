/** Requests as JSON lines in, decisions as JSON lines out. */
@NullMarked
package dev.slguard.iam.simulate;

import org.jspecify.annotations.NullMarked;
