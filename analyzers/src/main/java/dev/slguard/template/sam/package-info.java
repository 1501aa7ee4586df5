/** SAM, expanded into CloudFormation. */
@NullMarked
package dev.slguard.template.sam;

import org.jspecify.annotations.NullMarked;
