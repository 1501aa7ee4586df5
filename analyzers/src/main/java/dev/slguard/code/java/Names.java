package dev.slguard.code.java;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.NameExpr;
import dev.slguard.code.ir.Argument;
import dev.slguard.code.ir.Constant;
import dev.slguard.code.ir.Local;
import dev.slguard.code.ir.Operand;
import dev.slguard.code.ir.RoutineBuilder;
import dev.slguard.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Says what a name means: local, field of this class or one around it, static import, type. */
final class Names {
  private final Context context;
  private final RoutineBuilder builder;

  Names(Context context, RoutineBuilder builder) {
    this.context = context;
    this.builder = builder;
  }

  Operand self() {
    return builder.resolve("this").<Operand>map(local -> local).orElse(Constant.nothing());
  }

  /** The value of a simple name. */
  Operand value(String name, Span at) {
    Optional<Local> local = builder.resolve(name);
    if (local.isPresent()) {
      return local.get();
    }
    for (int i = 0; i < context.classes().size(); i++) {
      Boolean isStatic = context.classes().get(i).fields().get(name);
      if (isStatic != null) {
        return builder.field(isStatic ? classValue(i, at) : instance(i, at), name, at);
      }
    }
    Optional<String> owner = context.names().staticOwner(name);
    if (owner.isPresent() && !context.names().isKnown(name)) {
      return builder.field(specified(owner.get(), at), name, at);
    }
    if (Character.isUpperCase(name.charAt(0)) || context.names().isKnown(name)) {
      return type(name, at);
    }
    return builder.field(self(), name, at);
  }

  void store(String name, Operand value, Span at) {
    Optional<Local> local = builder.resolve(name);
    if (local.isPresent()) {
      builder.assign(local.get(), value, at);
      return;
    }
    for (int i = 0; i < context.classes().size(); i++) {
      Boolean isStatic = context.classes().get(i).fields().get(name);
      if (isStatic != null) {
        builder.setField(isStatic ? classValue(i, at) : instance(i, at), name, value, at);
        return;
      }
    }
    builder.setField(self(), name, value, at);
  }

  /** The type {@code name}; one declared in the routine is a local. */
  Local type(String name, Span at) {
    Optional<Local> local = builder.resolve(name);
    return local.isPresent() ? local.get() : specified(context.names().specifier(name), at);
  }

  Local specified(String specifier, Span at) {
    return builder.imported(specifier, Optional.empty(), at);
  }

  /** The class that is the {@code depth}-th one around the code. */
  private Operand classValue(int depth, Span at) {
    ClassContext type = context.classes().get(depth);
    Optional<ClassContext.Holder> holder = type.value();
    if (holder.isPresent() && holder.get().builder() == builder) {
      return holder.get().local();
    }
    return type.specifier().<Operand>map(specifier -> specified(specifier, at)).orElseGet(this::self);
  }

  /** The instance of the class that is the {@code depth}-th one around the code. */
  private Operand instance(int depth, Span at) {
    if (depth == 0) {
      return self();
    }
    Optional<Local> captured = builder.resolve(context.classes().get(depth).name() + ".this");
    if (captured.isPresent()) {
      return captured.get();
    }
    Operand instance = self();
    for (int i = 0; i < depth; i++) {
      instance = builder.field(instance, "this$0", at);
    }
    return instance;
  }

  /** {@code Outer.this}. */
  Operand outer(String name, Span at) {
    for (int i = 0; i < context.classes().size(); i++) {
      if (context.classes().get(i).name().equals(name)) {
        return instance(i, at);
      }
    }
    return self();
  }

  /** The instance that a new object of the inner class {@code name} belongs to. */
  Optional<Operand> innerClassOf(String name) {
    String specifier = context.names().specifier(name);
    if (!specifier.startsWith("=") || builder.resolve("this").isEmpty() || builder.resolve(name).isPresent()) {
      return Optional.empty();
    }
    for (ClassContext each : context.classes()) {
      if (each.specifier().filter(outer -> specifier.equals(outer + '.' + name)).isPresent()) {
        return builder.resolve(each.name() + ".this").<Operand>map(local -> local).or(() -> Optional.of(self()));
      }
    }
    return Optional.empty();
  }

  Operand unqualifiedCall(String method, List<Argument> arguments, Span at) {
    for (int i = 0; i < context.classes().size(); i++) {
      Boolean isStatic = context.classes().get(i).methods().get(method);
      if (isStatic != null) {
        return builder.callMethod(isStatic ? classValue(i, at) : instance(i, at), method, arguments, at);
      }
    }
    Optional<String> owner = context.names().staticOwner(method);
    if (owner.isPresent()) {
      return builder.callMethod(specified(owner.get(), at), method, arguments, at);
    }
    Operand receiver = builder.resolve("this").<Operand>map(local -> local).orElseGet(() -> classValue(0, at));
    return builder.callMethod(receiver, method, arguments, at);
  }

  /** {@code a.b}: a field of a value, a static field of a type, or part of a qualified type name. */
  Operand fieldAccess(FieldAccessExpr it, Function<Expression, Operand> values, Span at) {
    Optional<String> qualified = qualifiedType(it);
    if (qualified.isPresent()) {
      return specified(qualified.get(), at);
    }
    return builder.field(values.apply(it.getScope()), it.getNameAsString(), at);
  }

  /** The qualified type name that {@code it} spells: lower-case parts, then one that begins in upper case. */
  private Optional<String> qualifiedType(FieldAccessExpr it) {
    if (!Character.isUpperCase(it.getNameAsString().charAt(0))) {
      return Optional.empty();
    }
    StringBuilder name = new StringBuilder(it.getNameAsString());
    Expression scope = it.getScope();
    while (scope instanceof FieldAccessExpr field && Character.isLowerCase(field.getNameAsString().charAt(0))) {
      name.insert(0, field.getNameAsString() + '.');
      scope = field.getScope();
    }
    boolean isPackage = scope instanceof NameExpr first && Character.isLowerCase(first.getNameAsString().charAt(0))
        && builder.resolve(first.getNameAsString()).isEmpty()
        && context.classes().stream().noneMatch(each -> each.fields().containsKey(first.getNameAsString()));
    return isPackage ? Optional.of(((NameExpr) scope).getNameAsString() + '.' + name) : Optional.empty();
  }
}
