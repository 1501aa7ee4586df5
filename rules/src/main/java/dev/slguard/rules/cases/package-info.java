/** Runs the cases that rule files hold: small projects with the places that must and must not be found. */
@NullMarked
package dev.slguard.rules.cases;

import org.jspecify.annotations.NullMarked;
