/** How a principal becomes more than it is: alone, or by way of other principals of the application. */
@NullMarked
package dev.slguard.iam.escalation;

import org.jspecify.annotations.NullMarked;
