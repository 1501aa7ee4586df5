/** Plain policy documents and what AWS commands print of policies, read as the principals and resources they belong to. */
@NullMarked
package dev.slguard.graph.policy;

import org.jspecify.annotations.NullMarked;
