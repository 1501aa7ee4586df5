/** The command line: the one place that reads arguments, environment and clock, and where the parts are wired. */
@NullMarked
package dev.slguard.cli;

import org.jspecify.annotations.NullMarked;
