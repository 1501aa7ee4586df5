/** CDK cloud assemblies: their templates, with the construct and program line behind each resource. */
@NullMarked
package dev.slguard.template.cdk;

import org.jspecify.annotations.NullMarked;
