/** Generates the data on SAM and on CloudFormation's types that lowering needs, from packages of public registries. */
@NullMarked
package dev.slguard.catalog.template;

import org.jspecify.annotations.NullMarked;
