/** What the permissions of an identity put at risk, statement by statement. */
@NullMarked
package dev.slguard.iam.risk;

import org.jspecify.annotations.NullMarked;
