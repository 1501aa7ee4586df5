package dev.slguard.code.ir;

import dev.slguard.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * One step of a routine. At most one result, in {@code target}. The place {@code at} is the whole expression as
 * written: where a step of a flow points.
 */
public sealed interface Instruction {

  /**
   * {@code target = source}.
   *
   * @param at the assignment as written; empty where a front end copies for reasons of its own
   */
  record Copy(Local target, Operand source, Optional<Span> at) implements Instruction {}

  /** Reads a name of the module, a builtin of the language, or a name that an {@link ImportAll} brings. */
  record GetGlobal(Local target, String name, Span at) implements Instruction {}

  /** Writes a name of the module. */
  record SetGlobal(String name, Operand source, Span at) implements Instruction {}

  /**
   * Imports a module, or {@code member} of it. The specifier is as written; {@link ImportResolver} says what it means.
   */
  record Import(Local target, String specifier, Optional<String> member, Span at) implements Instruction {}

  /** {@code from specifier import *}: every public name of that module becomes a name of this one. */
  record ImportAll(String specifier, Span at) implements Instruction {}

  /** The object that other modules get by importing this one: {@code exports}. */
  record Exports(Local target) implements Instruction {}

  /** {@code module.exports = source}. */
  record ReplaceExports(Operand source, Span at) implements Instruction {}

  /** {@code export * from specifier}. */
  record ExportAll(String specifier, Span at) implements Instruction {}

  /** {@code target = object.key} or {@code object[key]}. */
  record Get(Local target, Operand object, Operand key, Access access, Span at) implements Instruction {}

  /** {@code object.key = value} or {@code object[key] = value}. */
  record Set(Operand object, Operand key, Operand value, Access access, Span at) implements Instruction {}

  /** {@code delete object[key]}. */
  record Delete(Operand object, Operand key, Span at) implements Instruction {}

  /** A map or object literal; later entries win. */
  record MakeMap(Local target, List<Entry> entries, Span at) implements Instruction {
    public MakeMap {
      entries = List.copyOf(entries);
    }
  }

  /** A list, tuple, set or array literal; its items are positional or {@link Argument.Kind#SPREAD}. */
  record MakeList(Local target, ListKind kind, List<Argument> items, Span at) implements Instruction {
    public MakeList {
      items = List.copyOf(items);
    }
  }

  /** A function value over the variables that it captures now. */
  record MakeClosure(Local target, Routine routine, Span at) implements Instruction {}

  /** A class value. Decorators of the class are calls after it; static fields are {@link Set} on it after it. */
  record MakeClass(Local target, ClassDefinition definition, List<Operand> bases, Span at) implements Instruction {
    public MakeClass {
      bases = List.copyOf(bases);
    }
  }

  /** A call. */
  record Call(Local target, Callee callee, List<Argument> arguments, Span at) implements Instruction {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /** Text made of {@code parts}, in order: f-string, template literal, {@code +} with a text. */
  record Concat(Local target, List<Operand> parts, Span at) implements Instruction {
    public Concat {
      parts = List.copyOf(parts);
    }
  }

  /** An operator. */
  record Operation(Local target, Operator operator, List<Operand> operands, Span at) implements Instruction {
    public Operation {
      operands = List.copyOf(operands);
    }
  }

  /** {@code source} seen as {@code type} (spelled as in {@link Variable#type}). */
  record Cast(Local target, Operand source, String type, Span at) implements Instruction {}

  /** Some element of {@code container}: the loop variable. */
  record Element(Local target, Operand container, ElementKind kind, Span at) implements Instruction {}

  /** {@code await source}. */
  record Await(Local target, Operand source, Span at) implements Instruction {}

  /** {@code yield source}; {@code yield from} and {@code yield*} with {@code all}. */
  record Yield(Local target, Operand source, boolean all, Span at) implements Instruction {}

  /** What was thrown: only as the first instruction of a block that is a handler. */
  record Caught(Local target, Span at) implements Instruction {}

  /** Whether a member was reached by name or by key. */
  enum Access {
    /** {@code object.name}. */
    FIELD,
    /** {@code object[key]}. */
    ELEMENT
  }

  /** Which list a literal makes. */
  enum ListKind {
    /** A list or array. */
    LIST, TUPLE, SET,
    /** The constant texts of a tagged template, first argument of the tag's call. */
    TEMPLATE
  }

  /** What a loop yields. */
  enum ElementKind {
    /** Python's {@code for x in y} (items of a list, keys of a map), JavaScript's {@code for of}, Java's for-each. */
    VALUES,
    /** JavaScript's {@code for (k in o)}: names and indices. */
    KEYS,
    /** {@code async for}, {@code for await}: the awaited items. */
    AWAITED
  }

  /**
   * An entry of a map literal.
   *
   * @param key {@link Constant.Text} for a plain name; {@link Constant.Nothing} for a spread: all entries of value
   * @param at the value as written
   */
  record Entry(Operand key, Operand value, boolean spread, Span at) {
    /** {@code key: value}. */
    public static Entry of(Operand key, Operand value, Span at) {
      return new Entry(key, value, false, at);
    }

    /** {@code ...value}, {@code **value}. */
    public static Entry spread(Operand value, Span at) {
      return new Entry(Constant.nothing(), value, true, at);
    }
  }
}
