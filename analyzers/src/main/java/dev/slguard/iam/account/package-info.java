/** What an AWS account holds, as {@code slguard policy pull} wrote it down: identities, policies, and what was used of them. */
@NullMarked
package dev.slguard.iam.account;

import org.jspecify.annotations.NullMarked;
