package dev.slguard.cli;

import dev.slguard.graph.Progress;
import java.io.PrintStream;

/** One line on stderr that is written over, for scans that take longer than a moment, on a terminal only. */
final class ProgressBar implements Progress {
  private static final int WIDTH = 30;
  private static final long FIRST_AFTER = 700_000_000L;
  private static final long EVERY = 100_000_000L;

  private final PrintStream err;
  private final long start = System.nanoTime();
  private long shown;

  ProgressBar(PrintStream err) {
    this.err = err;
  }

  @Override
  public synchronized void at(int done, int total) {
    long now = System.nanoTime();
    if (now - start < FIRST_AFTER || now - shown < EVERY && done < total) {
      return;
    }
    shown = now;
    int full = (int) ((long) WIDTH * done / Math.max(1, total));
    err.print("\r[" + "=".repeat(full) + " ".repeat(WIDTH - full) + "] " + done + "/" + total + " files");
    err.flush();
  }

  /** Takes the line away. */
  synchronized void clear() {
    if (shown != 0) {
      err.print("\r" + " ".repeat(WIDTH + 30) + "\r");
      err.flush();
    }
  }
}
