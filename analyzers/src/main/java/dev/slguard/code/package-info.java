/** What crosses the border between code and the rest: entry points in, flows and uses out. */
@NullMarked
package dev.slguard.code;

import org.jspecify.annotations.NullMarked;
