/** What library calls do, as data: sources, sinks, sanitizers, propagators, handler shapes. */
@NullMarked
package dev.slguard.code.library;

import org.jspecify.annotations.NullMarked;
