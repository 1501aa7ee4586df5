/** Decisions: what policies say to a request, exactly as AWS evaluates them, three-valued where something is symbolic. */
@NullMarked
package dev.slguard.iam.evaluate;

import org.jspecify.annotations.NullMarked;
