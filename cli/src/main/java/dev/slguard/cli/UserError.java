package dev.slguard.cli;

/** A mistake of the user, told in one line and ended with exit code 2. */
final class UserError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UserError(String message) {
    super(message);
  }
}
