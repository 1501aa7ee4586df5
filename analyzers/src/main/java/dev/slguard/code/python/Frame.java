package dev.slguard.code.python;

import dev.slguard.code.ir.Constant;
import dev.slguard.code.ir.Instruction;
import dev.slguard.code.ir.Local;
import dev.slguard.code.ir.Operand;
import dev.slguard.code.ir.RoutineBuilder;
import dev.slguard.source.SourceFile;
import dev.slguard.source.Span;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Where code stands: the routine it is written to and what names mean there. A class body has a frame of its own that
 * writes to the routine around the class; the names it binds are fields of the class.
 */
final class Frame {
  private final RoutineBuilder code;
  private final SourceFile source;
  private final ImportedNames imports;
  private final Set<String> globals;
  private final Optional<Local> classBody;
  private final Set<String> fields = new HashSet<>(0);
  private final Deque<Set<String>> comprehensions = new ArrayDeque<>(0);

  private Frame(RoutineBuilder code, SourceFile source, ImportedNames imports, Set<String> globals,
      Optional<Local> classBody) {
    this.code = code;
    this.source = source;
    this.imports = imports;
    this.globals = globals;
    this.classBody = classBody;
  }

  /** The frame of the top level of {@code source}. */
  static Frame ofModule(RoutineBuilder code, SourceFile source, ImportedNames imports) {
    return new Frame(code, source, imports, Set.of(), Optional.empty());
  }

  /** The frame of a function inside this one, whose names in {@code globals} are those of the module. */
  Frame ofFunction(RoutineBuilder inner, Set<String> innerGlobals) {
    return new Frame(inner, source, imports, innerGlobals, Optional.empty());
  }

  /** The frame of the body of the class that {@code made} holds. */
  Frame ofClass(Local made) {
    return new Frame(code, source, imports, globals, Optional.of(made));
  }

  /** The routine that is being written. */
  RoutineBuilder code() {
    return code;
  }

  /** The file. */
  SourceFile source() {
    return source;
  }

  /** What the imports of the file bind. */
  ImportedNames imports() {
    return imports;
  }

  /** The class whose body this is. */
  Optional<Local> classBody() {
    return classBody;
  }

  /** The place of {@code expression}. */
  Span at(Expression expression) {
    return source.span(expression.start(), expression.end());
  }

  /** The place of {@code statement}. */
  Span at(Statement statement) {
    return source.span(statement.start(), statement.end());
  }

  /** Begins a comprehension whose targets are {@code names}: variables of its own. */
  void enterComprehension(Set<String> names) {
    code.enterScope();
    comprehensions.push(names);
    names.forEach(code::declare);
  }

  /** Ends the comprehension begun last. */
  void leaveComprehension() {
    comprehensions.pop();
    code.leaveScope();
  }

  private boolean isComprehended(String name) {
    for (Set<String> names : comprehensions) {
      if (names.contains(name)) {
        return true;
      }
    }
    return false;
  }

  /** The value of the variable {@code name}. */
  Operand read(String name, Span at) {
    if (!isComprehended(name)) {
      if (classBody.isPresent() && fields.contains(name)) {
        return code.field(classBody.get(), name, at);
      }
      if (globals.contains(name)) {
        return code.global(name, at);
      }
    }
    Optional<Local> local = code.resolve(name);
    return local.isPresent() ? local.get() : code.global(name, at);
  }

  /** Binds {@code name} to {@code value}. */
  void write(String name, Operand value, Span at) {
    boolean comprehended = isComprehended(name);
    if (classBody.isPresent() && !comprehended) {
      fields.add(name);
      code.setField(classBody.get(), name, value, at);
      return;
    }
    Optional<Local> local = globals.contains(name) && !comprehended ? Optional.empty() : code.resolve(name);
    if (local.isPresent()) {
      code.assign(local.get(), value, at);
    } else {
      code.emit(new Instruction.SetGlobal(name, value, at));
    }
  }

  /** {@code value} seen as the type that {@code annotation} states, if it states one. */
  Operand typed(Operand value, Expression annotation, Span at) {
    Optional<String> type = imports.type(annotation);
    return type.isEmpty() || value instanceof Constant ? value : code.cast(value, type.get(), at);
  }
}
