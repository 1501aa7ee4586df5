/** The interprocedural flow engine over the intermediate representation. */
@NullMarked
package dev.slguard.code.flow;

import org.jspecify.annotations.NullMarked;
