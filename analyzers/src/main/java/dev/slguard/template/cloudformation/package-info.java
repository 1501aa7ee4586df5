/** CloudFormation: intrinsics, conditions, nested stacks, per-type results of Ref and GetAtt. */
@NullMarked
package dev.slguard.template.cloudformation;

import org.jspecify.annotations.NullMarked;
