/** Variables of a service file: their syntax, their sources, what they stand for. */
@NullMarked
package dev.slguard.template.serverless.variables;

import org.jspecify.annotations.NullMarked;
