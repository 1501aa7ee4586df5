/** What {@code policy pull} asks of an AWS account and where it writes it down; who does the asking stands in a jar of its own. */
@NullMarked
package dev.slguard.cli.account;

import org.jspecify.annotations.NullMarked;
