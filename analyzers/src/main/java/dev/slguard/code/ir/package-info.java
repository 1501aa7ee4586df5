/** The small intermediate representation that every language lowers to. */
@NullMarked
package dev.slguard.code.ir;

import org.jspecify.annotations.NullMarked;
