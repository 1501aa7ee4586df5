/** What one version of a set of policies allows that another does not. */
@NullMarked
package dev.slguard.iam.compare;

import org.jspecify.annotations.NullMarked;
