/** SARIF 2.1.0 as GitHub code scanning reads it. */
@NullMarked
package dev.slguard.sarif;

import org.jspecify.annotations.NullMarked;
