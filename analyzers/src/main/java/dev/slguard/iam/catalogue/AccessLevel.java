package dev.slguard.iam.catalogue;

/** What an action does, as AWS classifies it (Service Authorization Reference). */
public enum AccessLevel {
  LIST('L'), READ('R'), TAGGING('T'), WRITE('W'), PERMISSIONS('P');

  private final char letter;

  AccessLevel(char letter) {
    this.letter = letter;
  }

  /** The level that the catalogue's files write as {@code letter}. */
  static AccessLevel of(char letter) {
    for (AccessLevel level : values()) {
      if (level.letter == letter) {
        return level;
      }
    }
    throw new IllegalStateException("the catalogue has no access level '" + letter + "'");
  }
}
