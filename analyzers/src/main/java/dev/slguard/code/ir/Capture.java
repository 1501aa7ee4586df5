package dev.slguard.code.ir;

/**
 * A variable shared with the enclosing routine: both see each other's writes.
 *
 * @param outer the variable there
 * @param inner the same variable here
 */
public record Capture(Local outer, Local inner) {}
