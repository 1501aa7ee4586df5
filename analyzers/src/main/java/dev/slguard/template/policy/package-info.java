/** Plain IAM policy documents, read as the resource that would carry them. */
@NullMarked
package dev.slguard.template.policy;

import org.jspecify.annotations.NullMarked;
