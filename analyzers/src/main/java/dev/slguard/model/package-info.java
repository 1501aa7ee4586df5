/**
 * What a template deploys after lowering, whatever it was written in: the border between templates on one side and IAM,
 * code, graph and rules on the other. Names are neutral to the provider.
 */
@NullMarked
package dev.slguard.model;

import org.jspecify.annotations.NullMarked;
