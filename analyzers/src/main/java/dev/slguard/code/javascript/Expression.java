package dev.slguard.code.javascript;

import java.util.List;
import java.util.Optional;

/** An expression. */
sealed interface Expression extends Node {

  /** A variable. */
  record Name(String name, int start, int end) implements Expression {}

  /** {@code #name} as the left operand of {@code in}. */
  record PrivateName(String name, int start, int end) implements Expression {}

  /** A string with its escapes decoded. */
  record Text(String value, int start, int end) implements Expression {}

  /** A number as written. */
  record Numeral(String source, int start, int end) implements Expression {}

  /** A regular expression. */
  record Regex(String pattern, String flags, int start, int end) implements Expression {}

  /** {@code true} or {@code false}. */
  record Truth(boolean value, int start, int end) implements Expression {}

  /** {@code null}. */
  record Nothing(int start, int end) implements Expression {}

  /** {@code this}. */
  record This(int start, int end) implements Expression {}

  /** {@code super}, as callee or object. */
  record Super(int start, int end) implements Expression {}

  /** {@code import.meta} or {@code new.target}. */
  record Meta(String name, int start, int end) implements Expression {}

  /** A template; one text more than holes, escapes decoded. */
  record Template(List<String> texts, List<Expression> holes, int start, int end) implements Expression {}

  /** A template given to a function. */
  record Tagged(Expression tag, Template template, int start, int end) implements Expression {}

  /** An array literal; a place left empty is {@link Missing}, an item may be a {@link Spread}. */
  record ArrayLiteral(List<Expression> items, int start, int end) implements Expression {}

  /** An object literal. */
  record ObjectLiteral(List<ObjectMember> members, int start, int end) implements Expression {}

  /** A function as a value. */
  record FunctionExpression(Function function) implements Expression {
    @Override
    public int start() {
      return function.start();
    }

    @Override
    public int end() {
      return function.end();
    }
  }

  /** A class as a value. */
  record ClassExpression(ClassBody body) implements Expression {
    @Override
    public int start() {
      return body.start();
    }

    @Override
    public int end() {
      return body.end();
    }
  }

  /** {@code !x}, {@code -x}, {@code typeof x}, {@code void x}, {@code delete x}, … */
  record Unary(Token operator, Expression operand, int start, int end) implements Expression {}

  /** {@code ++x} or {@code x--}. */
  record Update(Token operator, boolean isPrefix, Expression operand, int start, int end) implements Expression {}

  /** Two operands and an operator, the short-circuit ones included. Left operands chain without bound. */
  record Binary(Token operator, Expression left, Expression right, int start, int end) implements Expression {}

  /** {@code target = value} and the compound forms. */
  record Assign(Token operator, Pattern target, Expression value, int start, int end) implements Expression {}

  /** {@code test ? yes : no}. */
  record Conditional(Expression test, Expression yes, Expression no, int start, int end) implements Expression {}

  /** A call; the callee may chain without bound. */
  record Call(Expression callee, List<Expression> arguments, boolean isOptional, int start,
      int end) implements Expression {}

  /** {@code new callee(arguments)}. */
  record New(Expression callee, List<Expression> arguments, int start, int end) implements Expression {}

  /** {@code import(source, options)}; the phase is {@code defer}, {@code source} or empty. */
  record ImportCall(String phase, List<Expression> arguments, int start, int end) implements Expression {}

  /** {@code object.name}; the object may chain without bound. */
  record Member(Expression object, String name, boolean isPrivate, boolean isOptional, int start,
      int end) implements Expression {}

  /** {@code object[index]}; the object may chain without bound. */
  record Index(Expression object, Expression index, boolean isOptional, int start, int end) implements Expression {}

  /** {@code first, second, …}. */
  record Sequence(List<Expression> items, int start, int end) implements Expression {}

  /** {@code ...value} among arguments or items. */
  record Spread(Expression value, int start, int end) implements Expression {}

  /** {@code yield value} or {@code yield* value}. */
  record Yield(Optional<Expression> value, boolean isDelegate, int start, int end) implements Expression {}

  /** {@code await value}. */
  record Await(Expression value, int start, int end) implements Expression {}

  /** {@code value as type} or {@code <type>value}; {@code satisfies} and {@code !} leave no trace. */
  record Cast(Expression value, TypeText type, int start, int end) implements Expression {}

  /** A markup element, or a fragment if it has no name; names with a dot are members, lower-case ones are texts. */
  record Markup(Optional<Expression> name, List<Attribute> attributes, List<Expression> children, int start,
      int end) implements Expression {}

  /** What is written between the tags of an element, without the white space around it. */
  record MarkupText(String value, int start, int end) implements Expression {}

  /** Nothing where an expression was expected, or an empty place in an array. */
  record Missing(int start, int end) implements Expression {}
}
