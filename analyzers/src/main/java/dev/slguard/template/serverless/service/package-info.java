/** A service with its variables resolved, and the CloudFormation stack that is made of it. */
@NullMarked
package dev.slguard.template.serverless.service;

import org.jspecify.annotations.NullMarked;
