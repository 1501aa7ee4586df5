/** Compares what a template says with what an account holds and with what was used of it. */
@NullMarked
package dev.slguard.iam.drift;

import org.jspecify.annotations.NullMarked;
