/** The application: all deployments of a scanned root joined with code and permissions. */
@NullMarked
package dev.slguard.graph;

import org.jspecify.annotations.NullMarked;
