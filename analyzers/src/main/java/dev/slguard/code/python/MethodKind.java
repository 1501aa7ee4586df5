package dev.slguard.code.python;

import dev.slguard.code.ir.Routine;
import java.util.List;
import java.util.Set;

/** What kind of method its decorators and name make of a function in a class. */
final class MethodKind {
  /** Decorators that the kind of a method, or nothing, follows from; all others are called. */
  private static final Set<String> DECLARATIONS = Set.of("staticmethod", "classmethod", "property", "cached_property",
      "abstractmethod", "abstractproperty", "override", "overload", "final", "setter", "getter", "deleter");
  private static final Set<String> OF_CLASS = Set.of("__new__", "__init_subclass__", "__class_getitem__");

  private MethodKind() {}

  static Routine.Kind of(Statement.Function function, ImportedNames imports) {
    for (Expression decorator : function.decorators()) {
      switch (lastName(decorator, imports)) {
        case "staticmethod" -> {
          return Routine.Kind.STATIC;
        }
        case "classmethod" -> {
          return Routine.Kind.CLASS_METHOD;
        }
        case "property", "cached_property", "abstractproperty" -> {
          return Routine.Kind.GETTER;
        }
        case "setter" -> {
          return Routine.Kind.SETTER;
        }
        default -> {
        }
      }
    }
    if (function.name().equals("__init__")) {
      return Routine.Kind.CONSTRUCTOR;
    }
    return OF_CLASS.contains(function.name()) ? Routine.Kind.CLASS_METHOD : Routine.Kind.METHOD;
  }

  /** The decorators of a method that do something to it when the class is made. */
  static List<Expression> calledDecorators(Statement.Function function, ImportedNames imports) {
    return function.decorators().stream().filter(it -> !DECLARATIONS.contains(lastName(it, imports))).toList();
  }

  private static String lastName(Expression decorator, ImportedNames imports) {
    String name = imports.qualified(decorator).orElse("");
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
