/** What AWS knows about services, actions, resources, condition keys and managed policies; generated data, read lazily. */
@NullMarked
package dev.slguard.iam.catalogue;

import org.jspecify.annotations.NullMarked;
