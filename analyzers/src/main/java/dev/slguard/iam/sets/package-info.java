/** Sets of (action, resource) pairs as policies write them, exact for wildcards. */
@NullMarked
package dev.slguard.iam.sets;

import org.jspecify.annotations.NullMarked;
