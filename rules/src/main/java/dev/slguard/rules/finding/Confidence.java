package dev.slguard.rules.finding;

/** How certain the verdict is, most certain last. */
public enum Confidence {
  LOW, MEDIUM, HIGH
}
