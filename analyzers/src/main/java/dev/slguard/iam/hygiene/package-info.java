/** What is doubtful in a policy document beside its permissions: names, ARNs, keys, redundancy, size. */
@NullMarked
package dev.slguard.iam.hygiene;

import org.jspecify.annotations.NullMarked;
