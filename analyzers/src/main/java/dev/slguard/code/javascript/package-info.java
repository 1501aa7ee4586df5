/** JavaScript and TypeScript sources to intermediate representation. */
@NullMarked
package dev.slguard.code.javascript;

import org.jspecify.annotations.NullMarked;
