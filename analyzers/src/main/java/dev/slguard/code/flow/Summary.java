package dev.slguard.code.flow;

/** The summary of one input, finished or on its way. */
final class Summary {
  private final int depth;
  private Outcome outcome = Outcome.BOTTOM;
  private boolean running = true;
  private boolean recursive;

  /** One that is on its way, {@code depth} calls deep. */
  Summary(int depth) {
    this.depth = depth;
  }

  int depth() {
    return depth;
  }

  /** What the routine does as far as it is known. */
  Outcome outcome() {
    return outcome;
  }

  void setOutcome(Outcome next) {
    outcome = next;
  }

  boolean isRunning() {
    return running;
  }

  void finish() {
    running = false;
  }

  /** Whether the run under way has used it. */
  boolean isRecursive() {
    return recursive;
  }

  void setRecursive(boolean used) {
    recursive = used;
  }
}
