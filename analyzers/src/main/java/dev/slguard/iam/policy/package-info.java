/** Policy documents as data: statements, patterns, principals, conditions, and what is wrong with their grammar. */
@NullMarked
package dev.slguard.iam.policy;

import org.jspecify.annotations.NullMarked;
