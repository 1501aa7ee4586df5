/** Java sources to intermediate representation. */
@NullMarked
package dev.slguard.code.java;

import org.jspecify.annotations.NullMarked;
