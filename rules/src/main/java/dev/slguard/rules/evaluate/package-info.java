/** Asks loaded rules of deployments: a three-valued solver over template values, and what a verdict becomes. */
@NullMarked
package dev.slguard.rules.evaluate;

import org.jspecify.annotations.NullMarked;
