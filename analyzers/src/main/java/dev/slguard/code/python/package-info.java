/** Python sources to intermediate representation. */
@NullMarked
package dev.slguard.code.python;

import org.jspecify.annotations.NullMarked;
