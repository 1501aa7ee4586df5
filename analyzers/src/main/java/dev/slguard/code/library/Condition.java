package dev.slguard.code.library;

import java.util.List;

/**
 * What must hold of a call for a model to apply. Where the value is not known the condition holds or not as
 * {@code whenUnknown} says.
 *
 * @param values texts, numbers and truth values as written; any of them
 * @param whenUnknown true only where the model errs on the side of reporting
 */
public record Condition(Position position, Test test, List<String> values, boolean whenUnknown) {
  /** How the value is tested. */
  public enum Test {
    /** Equals one of the values. */
    EQUALS,
    /** Is known and equals none of them. */
    DIFFERS,
    /** Was passed. */
    PRESENT,
    /** Was not passed. */
    ABSENT,
    /** Is a text that contains one of the values, case ignored. */
    CONTAINS,
    /** Is a text of which nothing known contains one of them. */
    LACKS,
    /** Is a text that reads as one of them, unknown parts standing as {@code *}. */
    SPELLS,
    /** Carries a label that has all of these tags. */
    TAGGED,
    /** Carries none. */
    UNTAGGED,
    /** Is a text that begins with one of them. */
    STARTS_WITH,
    /** Is a text that ends with one of them. */
    ENDS_WITH,
    /** Is a text that begins as an address does, up to the end of its host, or as a path on the same host. */
    FIXED_HOST,
    /** Is a number. */
    NUMBER,
    /** Is a constant number less than the one stated. */
    BELOW,
    /** Is a text or a regular expression, not a container or a number. */
    TEXT,
    /** Is a regular expression (or its text) that begins with ^ or \A and ends with $, \Z or \z. */
    ANCHORED,
    /** Is a regular expression whose matching may take time exponential in the text. */
    EXPONENTIAL,
    /** Is a constant or a container of constants. */
    CONSTANT,
    /** Is a text written in the code that is a credential, not a placeholder for one. */
    SECRET,
    /** Is a text written in the code that nobody writes but as a password or key. */
    HIGH_ENTROPY,
    /** Is a function, or has a method of one of these names, that accepts whatever it is asked about. */
    ACCEPTS,
    /** Is a text written in the code that names something secret: the key of a setting, a header. */
    SECRET_NAME,
    /** Comes from a generator of numbers that can be guessed. */
    PREDICTABLE,
    /** Is a field of the event, or a secret, that a caller proves who it is with. */
    CREDENTIAL,
    /** Is the result of the call, and it or what is made of it is kept under a name that contains one of these words. */
    KEPT_AS,
    /** Is the result, and is not. */
    NOT_KEPT_AS,
    /** The result is called as a function where it was made. */
    CALLED,
    /** Is or holds a library value of one of these types. */
    TYPE,
    /** Is none. */
    OTHER_TYPE,
    /** Is a value, perhaps unknown, that carries no label: the program's own. */
    TRUSTED,
    /** Is a class of the project of which an annotation, or one of its fields, refers to one of these constants. */
    ANNOTATED_WITH
  }

  public Condition {
    values = List.copyOf(values);
  }
}
