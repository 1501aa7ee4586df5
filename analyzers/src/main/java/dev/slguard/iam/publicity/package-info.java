/** Who a resource policy lets in: the world, other accounts, services for anybody, or the own account. */
@NullMarked
package dev.slguard.iam.publicity;

import org.jspecify.annotations.NullMarked;
