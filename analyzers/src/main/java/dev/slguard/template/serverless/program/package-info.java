/** Service files written as programs: the object that they export, read without running anything. */
@NullMarked
package dev.slguard.template.serverless.program;

import org.jspecify.annotations.NullMarked;
