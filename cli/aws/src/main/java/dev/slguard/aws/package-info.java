/** Reads AWS accounts with the AWS SDK for Java: the only code that opens a socket, in a jar of its own. */
@NullMarked
package dev.slguard.aws;

import org.jspecify.annotations.NullMarked;
