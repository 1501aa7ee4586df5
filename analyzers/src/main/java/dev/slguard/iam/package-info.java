/** Policies: parsing, evaluation, set algebra, effective permissions. */
@NullMarked
package dev.slguard.iam;

import org.jspecify.annotations.NullMarked;
