package dev.slguard.code.java;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.CharLiteralExpr;
import com.github.javaparser.ast.expr.ClassExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.LiteralStringValueExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.NullLiteralExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.type.Type;
import dev.slguard.code.ir.Argument;
import dev.slguard.code.ir.Callee;
import dev.slguard.code.ir.Constant;
import dev.slguard.code.ir.Instruction;
import dev.slguard.code.ir.Local;
import dev.slguard.code.ir.Operand;
import dev.slguard.code.ir.Operator;
import dev.slguard.code.ir.Routine;
import dev.slguard.code.ir.RoutineBuilder;
import dev.slguard.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lowers expressions. */
final class Expressions {
  private static final String STRING = "java.lang.String";

  private final Context context;
  private final RoutineBuilder builder;
  private final Statements statements;
  private final Names names;

  Expressions(Context context, RoutineBuilder builder, Statements statements) {
    this.context = context;
    this.builder = builder;
    this.names = new Names(context, builder);
    this.statements = statements;
  }

  /** The value of {@code expression}. */
  Operand value(Expression expression) {
    Span at = context.places().at(expression);
    return switch (expression) {
      case StringLiteralExpr it -> Constant.text(it.asString());
      case TextBlockLiteralExpr it -> Constant.text(it.asString());
      case CharLiteralExpr it ->
        Constant.text(it.getValue().length() == 1 ? it.getValue() : String.valueOf(it.asChar()));
      case BooleanLiteralExpr it -> Constant.truth(it.getValue());
      case NullLiteralExpr _ -> Constant.nothing();
      case LiteralStringValueExpr it -> new Constant.Numeral(numeral(it.getValue()));
      case EnclosedExpr it -> value(it.getInner());
      case NameExpr it -> names.value(it.getNameAsString(), at);
      case ThisExpr it ->
        it.getTypeName().map(name -> names.outer(name.getIdentifier(), at)).orElseGet(() -> names.self());
      case SuperExpr _ -> names.self();
      case FieldAccessExpr it -> names.fieldAccess(it, this::value, at);
      case ArrayAccessExpr it -> builder.element(value(it.getName()), value(it.getIndex()), at);
      case MethodCallExpr it -> call(it, at);
      case ObjectCreationExpr it -> create(it, at);
      case ArrayCreationExpr it -> array(it, at);
      case ArrayInitializerExpr it -> items(it, at);
      case AssignExpr it -> assign(it, at);
      case UnaryExpr it -> unary(it, at);
      case BinaryExpr it -> binary(it, at);
      case ConditionalExpr it -> conditional(it);
      case InstanceOfExpr it -> new Patterns(context, builder, this).test(it, at);
      case CastExpr it -> cast(it, at);
      case LambdaExpr it -> lambda(it, at);
      case MethodReferenceExpr it -> reference(it, at);
      case SwitchExpr it -> new Switches(context, builder, statements).expression(it);
      case ClassExpr it -> typeOf(it.getType(), at);
      case TypeExpr it -> typeOf(it.getType(), at);
      case VariableDeclarationExpr it -> {
        it.getVariables().forEach(statements::variable);
        yield Constant.nothing();
      }
      default -> Constant.nothing();
    };
  }

  private static String numeral(String written) {
    String plain = written.replace("_", "");
    if (plain.startsWith("0x") || plain.startsWith("0X")) {
      return plain;
    }
    int end = plain.length();
    while (end > 1 && "lLfFdD".indexOf(plain.charAt(end - 1)) >= 0) {
      end--;
    }
    return plain.substring(0, end);
  }

  /** The value that a variable of {@code type} begins with. */
  Operand initial(Expression written, Type type) {
    return written instanceof ArrayInitializerExpr array ? items(array, context.places().at(array)) : value(written);
  }

  Local type(com.github.javaparser.ast.type.ClassOrInterfaceType type) {
    return names.type(type.getNameWithScope(), context.places().at(type));
  }

  Operand typeOf(Type type, Span at) {
    return names.specified(context.names().specifier(type).orElse("java.lang.Object"), at);
  }

  List<Argument> arguments(NodeList<Expression> written) {
    List<Argument> arguments = new ArrayList<>();
    written.forEach(each -> arguments.add(Argument.of(value(each), context.places().at(each))));
    return arguments;
  }

  // Calls

  private Operand call(MethodCallExpr it, Span at) {
    String method = it.getNameAsString();
    if (it.getScope().isEmpty()) {
      return names.unqualifiedCall(method, arguments(it.getArguments()), at);
    }
    Expression scope = it.getScope().get();
    if (scope instanceof SuperExpr) {
      return builder.call(new Callee.Super(method), arguments(it.getArguments()), at);
    }
    Operand receiver = value(scope);
    Optional<Expression> separator = behindLast(it, scope);
    return separator.isPresent()
        ? builder.callMethod(receiver, "substringAfterLast", arguments(NodeList.nodeList(separator.get())), at)
        : builder.callMethod(receiver, method, arguments(it.getArguments()), at);
  }

  /** What {@code x.substring(x.lastIndexOf(separator) + 1)} looks for: the call leaves what is behind it. */
  private static Optional<Expression> behindLast(MethodCallExpr call, Expression scope) {
    boolean behind = call.getNameAsString().equals("substring") && call.getArguments().size() == 1
        && call.getArgument(0) instanceof BinaryExpr sum && sum.getOperator() == BinaryExpr.Operator.PLUS
        && sum.getRight() instanceof IntegerLiteralExpr one && one.getValue().equals("1")
        && sum.getLeft() instanceof MethodCallExpr last && last.getNameAsString().equals("lastIndexOf")
        && last.getArguments().size() == 1 && last.getScope().filter(scope::equals).isPresent();
    return behind
        ? Optional.of(((MethodCallExpr) ((BinaryExpr) call.getArgument(0)).getLeft()).getArgument(0).clone())
        : Optional.empty();
  }

  private Operand create(ObjectCreationExpr it, Span at) {
    Operand type = it.getScope().isPresent()
        ? builder.field(value(it.getScope().get()), it.getType().getNameAsString(), at)
        : type(it.getType());
    if (it.getAnonymousClassBody().isPresent()) {
      type = new ClassLowering(context).anonymous(it.getAnonymousClassBody().get(), List.of(type), builder, at);
    }
    Local made = builder.construct(type, arguments(it.getArguments()), at);
    names.innerClassOf(it.getType().getNameAsString()).ifPresent(outer -> builder.setField(made, "this$0", outer, at));
    return made;
  }

  private Operand array(ArrayCreationExpr it, Span at) {
    if (it.getInitializer().isPresent()) {
      return items(it.getInitializer().get(), at);
    }
    List<Operand> sizes = new ArrayList<>();
    it.getLevels().forEach(level -> level.getDimension().ifPresent(size -> sizes.add(value(size))));
    return emptyArray(sizes, 0, at);
  }

  /** An array of a small known size, or of such arrays, so that what is put into one place is not read from another. */
  private Operand emptyArray(List<Operand> sizes, int level, Span at) {
    int size = level < sizes.size() && sizes.get(level) instanceof Constant.Numeral(String text) && text.length() == 1
        ? text.charAt(0) - '0'
        : 0;
    if (size > 0 && level < 2) {
      List<Argument> items = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        items.add(Argument.of(level + 1 < sizes.size() ? emptyArray(sizes, level + 1, at) : Constant.nothing(), at));
      }
      return builder.list(Instruction.ListKind.LIST, items, at);
    }
    Local any = builder.imported("java.lang.reflect.Array", Optional.of("newInstance"), at);
    return builder.list(Instruction.ListKind.LIST, List.of(Argument.spread(any, at)), at);
  }

  private Operand items(ArrayInitializerExpr it, Span at) {
    List<Argument> items = new ArrayList<>();
    it.getValues().forEach(each -> items.add(Argument.of(value(each), context.places().at(each))));
    return builder.list(Instruction.ListKind.LIST, items, at);
  }

  // Operators

  private Operand assign(AssignExpr it, Span at) {
    Operand value = it.getOperator() == AssignExpr.Operator.ASSIGN
        ? value(it.getValue())
        : combined(it.getTarget(), it.getOperator(), it.getValue(), at);
    store(it.getTarget(), value, at);
    return value;
  }

  private Operand combined(Expression target, AssignExpr.Operator operator, Expression more, Span at) {
    Operand before = value(target);
    Operand added = value(more);
    if (operator == AssignExpr.Operator.PLUS && (isText(target) || isText(more))) {
      return builder.concat(List.of(before, added), at);
    }
    Operator arithmetic = switch (operator) {
      case PLUS -> Operator.ADD;
      case MINUS -> Operator.SUBTRACT;
      case MULTIPLY -> Operator.MULTIPLY;
      case DIVIDE -> Operator.DIVIDE;
      case REMAINDER -> Operator.REMAINDER;
      case ASSIGN, BINARY_OR, BINARY_AND, XOR, LEFT_SHIFT, SIGNED_RIGHT_SHIFT, UNSIGNED_RIGHT_SHIFT ->
        Operator.ARITHMETIC;
    };
    return builder.operation(arithmetic, at, before, added);
  }

  private void store(Expression target, Operand value, Span at) {
    switch (target) {
      case NameExpr name -> names.store(name.getNameAsString(), value, at);
      case FieldAccessExpr field -> builder.setField(value(field.getScope()), field.getNameAsString(), value, at);
      case ArrayAccessExpr element ->
        builder.setElement(value(element.getName()), value(element.getIndex()), value, at);
      case EnclosedExpr enclosed -> store(enclosed.getInner(), value, at);
      default -> value(target);
    }
  }

  private Operand unary(UnaryExpr it, Span at) {
    Operand operand = value(it.getExpression());
    return switch (it.getOperator()) {
      case LOGICAL_COMPLEMENT -> builder.operation(Operator.NOT, at, operand);
      case MINUS -> operand instanceof Constant.Numeral(String text)
          ? new Constant.Numeral('-' + text)
          : builder.operation(Operator.NEGATE, at, operand);
      case PLUS -> operand;
      case BITWISE_COMPLEMENT -> builder.operation(Operator.ARITHMETIC, at, operand, operand);
      case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> {
        boolean up = it.getOperator() == UnaryExpr.Operator.PREFIX_INCREMENT
            || it.getOperator() == UnaryExpr.Operator.POSTFIX_INCREMENT;
        Local old = builder.temporary();
        builder.copy(old, operand);
        Local changed = builder.operation(up ? Operator.ADD : Operator.SUBTRACT, at, old, Constant.number(1));
        store(it.getExpression(), changed, at);
        yield it.getOperator().isPrefix() ? changed : old;
      }
    };
  }

  private Operand binary(BinaryExpr it, Span at) {
    return switch (it.getOperator()) {
      case AND, OR -> truth(it);
      case PLUS -> plus(it, at);
      case MINUS -> operation(Operator.SUBTRACT, it, at);
      case MULTIPLY -> operation(Operator.MULTIPLY, it, at);
      case DIVIDE -> operation(Operator.DIVIDE, it, at);
      case REMAINDER -> operation(Operator.REMAINDER, it, at);
      case EQUALS -> operation(Operator.SAME, it, at);
      case NOT_EQUALS -> operation(Operator.NOT_SAME, it, at);
      case LESS -> operation(Operator.LESS, it, at);
      case LESS_EQUALS -> operation(Operator.LESS_EQUAL, it, at);
      case GREATER -> operation(Operator.GREATER, it, at);
      case GREATER_EQUALS -> operation(Operator.GREATER_EQUAL, it, at);
      case BINARY_OR, BINARY_AND, XOR, LEFT_SHIFT, SIGNED_RIGHT_SHIFT, UNSIGNED_RIGHT_SHIFT ->
        operation(Operator.ARITHMETIC, it, at);
    };
  }

  private Operand operation(Operator operator, BinaryExpr it, Span at) {
    Operand left = value(it.getLeft());
    return builder.operation(operator, at, left, value(it.getRight()));
  }

  /** A chain of plus signs, without recursion down its left side: generated text is thousands long. */
  private Operand plus(BinaryExpr it, Span at) {
    List<Expression> operands = new ArrayList<>();
    Expression left = it;
    while (left instanceof BinaryExpr inner && inner.getOperator() == BinaryExpr.Operator.PLUS) {
      operands.add(inner.getRight());
      left = inner.getLeft();
    }
    operands.add(left);
    List<Expression> ordered = operands.reversed();
    List<Operand> values = new ArrayList<>();
    boolean text = false;
    for (Expression each : ordered) {
      Operand value = value(each);
      if (text || values.isEmpty()) {
        values.add(value);
        text |= isText(each);
      } else if (isText(each)) {
        values.add(value);
        text = true;
      } else {
        Operand sum = builder.operation(Operator.ADD, at, values.removeLast(), value);
        values.add(sum);
      }
    }
    return text ? builder.concat(values, at) : values.getFirst();
  }

  /** Whether {@code expression} is surely a text. */
  private boolean isText(Expression expression) {
    return switch (expression) {
      case StringLiteralExpr _,TextBlockLiteralExpr _ -> true;
      case EnclosedExpr it -> isText(it.getInner());
      case BinaryExpr it ->
        it.getOperator() == BinaryExpr.Operator.PLUS && (isText(it.getRight()) || isText(it.getLeft()));
      case NameExpr it -> builder.resolve(it.getNameAsString()).flatMap(local -> builder.variable(local).type())
          .filter(STRING::equals).isPresent();
      case MethodCallExpr it -> it.getNameAsString().equals("toString") && it.getArguments().isEmpty() || it.getScope()
          .filter(scope -> scope instanceof NameExpr name && name.getNameAsString().equals("String")).isPresent();
      default -> false;
    };
  }

  private Operand truth(Expression expression) {
    int yes = builder.newBlock();
    int no = builder.newBlock();
    int after = builder.newBlock();
    Local result = builder.temporary();
    condition(expression, yes, no);
    builder.begin(yes);
    builder.copy(result, Constant.truth(true));
    builder.jump(after);
    builder.begin(no);
    builder.copy(result, Constant.truth(false));
    builder.begin(after);
    return result;
  }

  /** Goes on at {@code yes} or {@code no}. */
  void condition(Expression expression, int yes, int no) {
    switch (expression) {
      case EnclosedExpr it -> condition(it.getInner(), yes, no);
      case UnaryExpr it when it.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT ->
        condition(it.getExpression(), no, yes);
      case BinaryExpr it when it.getOperator() == BinaryExpr.Operator.AND -> {
        int more = builder.newBlock();
        condition(it.getLeft(), more, no);
        builder.begin(more);
        condition(it.getRight(), yes, no);
      }
      case BinaryExpr it when it.getOperator() == BinaryExpr.Operator.OR -> {
        int more = builder.newBlock();
        condition(it.getLeft(), yes, more);
        builder.begin(more);
        condition(it.getRight(), yes, no);
      }
      default -> {
        Operand value = value(expression);
        builder.branch(value, yes, no, context.places().at(expression));
      }
    }
  }

  private Operand conditional(ConditionalExpr it) {
    int yes = builder.newBlock();
    int no = builder.newBlock();
    int after = builder.newBlock();
    Local result = builder.temporary();
    condition(it.getCondition(), yes, no);
    builder.begin(yes);
    builder.copy(result, value(it.getThenExpr()));
    builder.jump(after);
    builder.begin(no);
    builder.copy(result, value(it.getElseExpr()));
    builder.begin(after);
    return result;
  }

  private Operand cast(CastExpr it, Span at) {
    Operand value = value(it.getExpression());
    return context.names().specifier(it.getType()).<Operand>map(type -> builder.cast(value, type, at)).orElse(value);
  }

  // Functions

  private Operand lambda(LambdaExpr it, Span at) {
    RoutineBuilder body = builder.nested("<lambda>", Routine.Kind.LAMBDA);
    List<Type> expected = Targets.parameters(it);
    for (int i = 0; i < it.getParameters().size(); i++) {
      var parameter = it.getParameters().get(i);
      Type type = parameter.getType().isUnknownType() && i < expected.size() ? expected.get(i) : parameter.getType();
      body.parameter(parameter.getNameAsString(),
          context.names().specifier(type).filter(name -> !name.isEmpty() && !type.isUnknownType()));
    }
    var inner = new Statements(context, body);
    if (it.getExpressionBody().isPresent()) {
      body.ret(inner.expressions().value(it.getExpressionBody().get()),
          context.places().at(it.getExpressionBody().get()));
    } else {
      inner.statement(it.getBody());
    }
    return builder.closure(body.build(at), at);
  }

  private Operand reference(MethodReferenceExpr it, Span at) {
    Expression scope = it.getScope();
    if (it.getIdentifier().equals("new")) {
      RoutineBuilder body = builder.nested("<lambda>", Routine.Kind.LAMBDA);
      Local rest = body.parameter("arguments", Optional.empty(), dev.slguard.code.ir.Parameter.Kind.REST, false,
          List.of());
      Operand type = new Statements(context, body).expressions().value(scope);
      body.ret(body.construct(type, List.of(Argument.spread(rest, at)), at), at);
      return builder.closure(body.build(at), at);
    }
    if (scope instanceof NameExpr name && builder.resolve(name.getNameAsString()).isPresent()
        || scope instanceof TypeExpr type && builder.resolve(type.getTypeAsString()).isPresent()) {
      return boundTo(scope instanceof NameExpr name ? name : new NameExpr(scope.toString()), it.getIdentifier(), at);
    }
    // The parser takes every plain name here for a type.
    String plain = scope instanceof NameExpr || scope instanceof TypeExpr ? scope.toString() : "";
    boolean field = context.classes().stream().anyMatch(each -> each.fields().containsKey(plain));
    boolean made = scope instanceof MethodCallExpr || scope instanceof ObjectCreationExpr
        || scope instanceof EnclosedExpr || scope instanceof LiteralExpr || scope instanceof ThisExpr;
    Optional<Expression> constant = constantOf(plain);
    if (field || made || constant.isPresent()
        || scope instanceof FieldAccessExpr access && access.getScope() instanceof ThisExpr) {
      String held = "field@" + at.line() + ':' + at.column();
      builder.copy(builder.declare(held), field ? names.value(plain, at) : value(constant.orElse(scope)));
      return boundTo(new NameExpr(held), it.getIdentifier(), at);
    }
    return builder.field(value(scope), it.getIdentifier(), at);
  }

  /** The constant of another class that {@code written} is by its spelling: {@code Columns.ALL}. */
  private static Optional<Expression> constantOf(String written) {
    int dot = written.lastIndexOf('.');
    String last = written.substring(dot + 1);
    boolean constant = dot > 0 && last.length() > 1 && last.chars().noneMatch(Character::isLowerCase)
        && written.chars().allMatch(c -> c == '.' || Character.isJavaIdentifierPart(c));
    if (!constant) {
      return Optional.empty();
    }
    String[] parts = written.split("\\.");
    Expression made = new NameExpr(parts[0]);
    for (int i = 1; i < parts.length; i++) {
      made = new FieldAccessExpr(made, parts[i]);
    }
    return Optional.of(made);
  }

  /** {@code variable::method}: a function that calls the method of what the variable holds. */
  private Operand boundTo(NameExpr variable, String method, Span at) {
    RoutineBuilder body = builder.nested("<lambda>", Routine.Kind.LAMBDA);
    Local rest = body.parameter("arguments", Optional.empty(), dev.slguard.code.ir.Parameter.Kind.REST, false,
        List.of());
    Operand receiver = body.resolve(variable.getNameAsString()).<Operand>map(local -> local).orElse(Constant.nothing());
    body.ret(body.callMethod(receiver, method, List.of(Argument.spread(rest, at)), at), at);
    return builder.closure(body.build(at), at);
  }
}
