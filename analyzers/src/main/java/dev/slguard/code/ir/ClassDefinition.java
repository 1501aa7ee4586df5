package dev.slguard.code.ir;

import dev.slguard.source.Span;
import java.util.List;

/**
 * A class, interface, record or enum. Fields with initial values are set by code: instance fields at the start of every
 * constructor (the front end adds one where none is written), static fields after {@link Instruction.MakeClass}.
 *
 * @param name qualified as an import would spell it where the language has such names, else the plain name
 * @param methods all routines of the class; Java's overloads share a name
 * @param fields declared fields with their types
 */
public record ClassDefinition(String name, Kind kind, List<Routine> methods, List<Field> fields,
    List<Annotation> annotations, Span at) {
  /** What kind of type it is. */
  public enum Kind {
    CLASS,
    /** A class of which only classes below it have instances. */
    ABSTRACT,
    /** Has no state; an interface or protocol. */
    INTERFACE,
    /** Its constants are the only values. */
    ENUM,
    /** A record, data class or model: constructor parameters are fields of the same name. */
    RECORD
  }

  /** Whether there may be objects of this class that are of no class below it. */
  public boolean isMade() {
    return kind != Kind.ABSTRACT && kind != Kind.INTERFACE;
  }

  /** A declared field. */
  public record Field(Variable variable, boolean isStatic, List<Annotation> annotations, Span at) {
    public Field {
      annotations = List.copyOf(annotations);
    }
  }

  public ClassDefinition {
    methods = List.copyOf(methods);
    fields = List.copyOf(fields);
    annotations = List.copyOf(annotations);
  }
}
