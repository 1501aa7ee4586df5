/** What slguard knows of an application, printed. */
@NullMarked
package dev.slguard.cli.facts;

import org.jspecify.annotations.NullMarked;
