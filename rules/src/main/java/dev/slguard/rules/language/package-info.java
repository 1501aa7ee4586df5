/**
 * The rule language: YAML files in, checked {@link dev.slguard.rules.language.Rule}s out. What a rule's match means is in
 * {@code rules.evaluate}.
 */
@NullMarked
package dev.slguard.rules.language;

import org.jspecify.annotations.NullMarked;
