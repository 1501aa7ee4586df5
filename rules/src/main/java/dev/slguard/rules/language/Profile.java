package dev.slguard.rules.language;

import java.util.Locale;
import java.util.Optional;

/** Which rules are on: every profile holds the one before it. */
public enum Profile {
  /** What a reader would fix. */
  DEFAULT,
  /** Hardening on top. */
  STRICT,
  /** Everything, hygiene included. */
  AUDIT;

  /** As YAML and the command line write it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How many profiles come before this one. */
  public int rank() {
    return switch (this) {
      case DEFAULT -> 0;
      case STRICT -> 1;
      case AUDIT -> 2;
    };
  }

  /** Whether a rule that begins in this profile is on in {@code chosen}. */
  public boolean isOnIn(Profile chosen) {
    return compareTo(chosen) <= 0;
  }

  /** The profile that {@code key} names. */
  public static Optional<Profile> of(String key) {
    for (Profile profile : values()) {
      if (profile.key().equals(key)) {
        return Optional.of(profile);
      }
    }
    return Optional.empty();
  }
}
