/** Benchmarks; none of them is a test. */
@NullMarked
package dev.slguard.bench;

import org.jspecify.annotations.NullMarked;
