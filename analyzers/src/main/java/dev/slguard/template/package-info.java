/**
 * The border between template formats and what is made of them. A format expands what the author wrote into plain
 * CloudFormation ({@link dev.slguard.template.Expansion}); evaluation gives its values; binding finds functions, roles and
 * triggers in it.
 */
@NullMarked
package dev.slguard.template;

import org.jspecify.annotations.NullMarked;
