/**
 * Findings that authors accept: comments and resource metadata with a rule, a reason and, if they like, a last day. What
 * is misspelt, out of date or no longer needed is reported.
 */
@NullMarked
package dev.slguard.rules.suppression;

import org.jspecify.annotations.NullMarked;
