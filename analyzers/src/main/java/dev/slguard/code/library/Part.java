package dev.slguard.code.library;

/** Which part of a text or object must be tainted for a sink to count. */
public enum Part {
  /** Anywhere in the text. */
  ANY,
  /** Its first character: an absolute path, a scheme. */
  START,
  /** Scheme, user info, host or port of a URL. */
  HOST,
  /** The first word of a command line. */
  PROGRAM,
  /** The value as a whole, as an object: a request, a filter. */
  OBJECT,
  /** Anywhere in the text or in the members of an object, at any depth. */
  DEEP,
  /** A key of an object. */
  KEY,
  /** A markup text under a Content-Type that a browser renders. */
  MARKUP
}
