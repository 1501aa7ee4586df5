/** Generates the IAM catalogue of analyzers from packages of public registries. */
@NullMarked
package dev.slguard.catalog.iam;

import org.jspecify.annotations.NullMarked;
