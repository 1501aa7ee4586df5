package dev.slguard.code.javascript;

import java.util.List;
import java.util.Optional;

/**
 * A piece of syntax with its place: offsets of UTF-16 units in the text of the file, the end exclusive. Parentheses
 * around an expression are not part of it. Depth is bounded by the parser except along the left operand, object and
 * callee of operators, members and calls, which chain without bound: walk those in a loop.
 */
sealed interface Node permits Expression, Statement, Pattern, Node.TypeText, Node.Identifier, Node.PropertyKey,
    Node.Function, Node.Parameter, Node.ClassBody, Node.ClassMember, Node.ObjectMember, Node.Attribute {
  /** Where it starts. */
  int start();

  /** Where it ends. */
  int end();

  /** A type annotation: only its place is kept, the text is its meaning. */
  record TypeText(int start, int end) implements Node {}

  /** A name that is bound or written as a key. */
  record Identifier(String name, int start, int end) implements Node {}

  /** How a property or member is called. */
  sealed interface PropertyKey extends Node {
    /** {@code name}, {@code 'name'}, {@code 1}; {@code quoted} for the forms with quotes. */
    record Named(String name, boolean quoted, int start, int end) implements PropertyKey {}

    /** {@code #name}. */
    record Private(String name, int start, int end) implements PropertyKey {}

    /** {@code [expression]}. */
    record Computed(Expression expression, int start, int end) implements PropertyKey {}
  }

  /**
   * A function of any form that has a body.
   *
   * @param start at its first word, for a method that of its modifiers; decorators included
   * @param body its statements; one return without a word of its own for an arrow function's expression
   */
  record Function(Form form, Optional<Identifier> name, List<Parameter> parameters, List<Statement> body,
      boolean expressionBody, boolean isAsync, boolean isGenerator, Optional<TypeText> result, int start,
      int end) implements Node {
    /** The syntax a function is written with. */
    enum Form {
      DECLARATION, EXPRESSION, ARROW, METHOD, GETTER, SETTER, CONSTRUCTOR
    }
  }

  /**
   * A parameter.
   *
   * @param isProperty whether a TypeScript constructor's parameter is also a field of the object
   */
  record Parameter(Pattern target, boolean isRest, Optional<TypeText> type, List<Expression> decorators,
      boolean isProperty, int start, int end) implements Node {}

  /** A class declaration or expression. */
  record ClassBody(Optional<Identifier> name, Optional<Expression> base, List<ClassMember> members,
      List<Expression> decorators, int start, int end) implements Node {}

  /** What stands in a class; signatures without body are left out. */
  sealed interface ClassMember extends Node {
    /** A method, accessor or constructor. */
    record Method(PropertyKey key, Function function, boolean isStatic, List<Expression> decorators, int start,
        int end) implements ClassMember {}

    /** A field, with its value if one is written. */
    record Field(PropertyKey key, Optional<Expression> value, Optional<TypeText> type, boolean isStatic,
        List<Expression> decorators, int start, int end) implements ClassMember {}

    /** {@code static { … }}. */
    record StaticBlock(List<Statement> body, int start, int end) implements ClassMember {}
  }

  /** What stands in an object literal. */
  sealed interface ObjectMember extends Node {
    /** {@code key: value}. */
    record Property(PropertyKey key, Expression value, int start, int end) implements ObjectMember {}

    /** {@code name}; with {@code = value} only where the literal turns out to be a pattern. */
    record Shorthand(String name, Optional<Expression> preset, int start, int end) implements ObjectMember {}

    /** A method or accessor. */
    record Method(PropertyKey key, Function function, int start, int end) implements ObjectMember {}

    /** {@code ...value}. */
    record Spread(Expression value, int start, int end) implements ObjectMember {}
  }

  /** An attribute of a markup element. */
  sealed interface Attribute extends Node {
    /** {@code name="value"}; without value it is true. */
    record Named(String name, Optional<Expression> value, int start, int end) implements Attribute {}

    /** <code>{...value}</code>. */
    record Spread(Expression value, int start, int end) implements Attribute {}
  }
}
