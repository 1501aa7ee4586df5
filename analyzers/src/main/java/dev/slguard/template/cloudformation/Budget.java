package dev.slguard.template.cloudformation;

/** How much one template may still cost, since a few lines can ask for an exponential amount of work. */
final class Budget {
  /** Values made for one template, nested stacks included: far above the largest real template. */
  private static final int VALUES = 1_000_000;
  /** Steps spent on deciding whether conditions contradict each other. */
  private static final long STEPS = 20_000_000;
  /** Longest text that functions may build, in UTF-16 code units: CloudFormation's own limit on a template is 1 MB. */
  static final int TEXT = 1_000_000;

  /** Nested stacks of one template, at all levels together. */
  private static final int STACKS = 200;

  private int stacks = STACKS;
  private int values = VALUES;
  private long steps = STEPS;

  /** Takes one value; false once all are spent. */
  boolean takeValue() {
    return values > 0 && values-- > 0;
  }

  /** Takes one nested stack; false once all are spent. */
  boolean takeStack() {
    return stacks > 0 && stacks-- > 0;
  }

  /** Takes {@code wanted} steps of reasoning; false if that many are no longer there. */
  boolean takeSteps(long wanted) {
    if (wanted > steps) {
      return false;
    }
    steps -= wanted;
    return true;
  }
}
