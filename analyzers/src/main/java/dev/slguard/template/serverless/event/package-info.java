/** One file an event kind: the resources that the framework writes for it. */
@NullMarked
package dev.slguard.template.serverless.event;

import org.jspecify.annotations.NullMarked;
