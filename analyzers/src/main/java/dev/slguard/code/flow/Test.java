package dev.slguard.code.flow;

/** What a truth value says about other values: facts that hold where it is true, and where it is false. */
record Test(Facts whenTrue, Facts whenFalse) {
  static final Test NONE = new Test(Facts.NONE, Facts.NONE);

  Test negated() {
    return isNone() ? this : new Test(/* whenTrue= */ whenFalse, /* whenFalse= */ whenTrue);
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof Test that && whenTrue.equals(that.whenTrue) && whenFalse.equals(that.whenFalse);
  }

  @Override
  public int hashCode() {
    return isNone() ? 0 : Hashes.of(whenTrue.hashCode(), whenFalse.hashCode());
  }

  boolean isNone() {
    return whenTrue.isNone() && whenFalse.isNone();
  }

  Test and(Test other) {
    return isNone()
        ? other
        : other.isNone() ? this : new Test(whenTrue.and(other.whenTrue), whenFalse.and(other.whenFalse));
  }
}
