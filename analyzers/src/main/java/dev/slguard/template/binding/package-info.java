/** Finds functions, roles, policies, triggers and routes among evaluated resources, whatever format they came from. */
@NullMarked
package dev.slguard.template.binding;

import org.jspecify.annotations.NullMarked;
