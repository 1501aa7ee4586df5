package dev.slguard.rules.finding;

import dev.slguard.source.Span;
import java.util.Optional;

/**
 * A finding that its author accepted.
 *
 * @param reason why, as written
 * @param until ISO date after which it counts again
 * @param at the comment or Metadata that says so
 */
public record Suppressed(Finding finding, String reason, Optional<String> until, Span at) {}
