package dev.slguard.code.library;

/** What a value carries that makes it worth following. */
public enum Label {
  /** Chosen by someone outside: event fields and what was stored from them. */
  UNTRUSTED,
  /** Credentials and personal data. */
  SECRET,
  /** The text of an exception. */
  EXCEPTION,
  /** Written by a language model. */
  LLM,
  /** Written in the code: no value carries it, sinks look at the constant itself. */
  LITERAL,
  /** A number or text from a generator whose next values can be computed from earlier ones. */
  PREDICTABLE
}
