/** The Serverless Framework, expanded into CloudFormation. */
@NullMarked
package dev.slguard.template.serverless;

import org.jspecify.annotations.NullMarked;
