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
