/** What an identity may do, all its policies taken together. */
@NullMarked
package dev.slguard.iam.effective;

import org.jspecify.annotations.NullMarked;
