package dev.slguard.code.java;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the place where a lambda stands says of its parameters. */
final class Targets {
  /** Interfaces whose first type arguments are the types of their method's parameters. */
  private static final Set<String> FUNCTIONS = Set.of("Function", "Consumer", "BiFunction", "BiConsumer", "Predicate",
      "BiPredicate", "UnaryOperator", "BinaryOperator", "ToIntFunction", "ToLongFunction", "ToDoubleFunction");

  private Targets() {}

  /** The types of the parameters of {@code lambda} in order; empty if the type that it is written for is not known. */
  static List<Type> parameters(LambdaExpr lambda) {
    return target(lambda).filter(type -> FUNCTIONS.contains(type.getNameAsString()))
        .flatMap(ClassOrInterfaceType::getTypeArguments)
        .<List<Type>>map(
            arguments -> arguments.stream().filter(type -> !type.isWildcardType()).toList().size() == arguments.size()
                ? arguments
                : List.of())
        .orElse(List.of());
  }

  private static Optional<ClassOrInterfaceType> target(LambdaExpr lambda) {
    Optional<Node> parent = lambda.getParentNode();
    while (parent.isPresent() && parent.get() instanceof EnclosedExpr) {
      parent = parent.get().getParentNode();
    }
    if (parent.isEmpty()) {
      return Optional.empty();
    }
    Optional<Type> type = switch (parent.get()) {
      case VariableDeclarator variable -> Optional.of(variable.getType());
      case CastExpr cast -> Optional.of(cast.getType());
      case ReturnStmt returned -> returned(returned);
      default -> Optional.empty();
    };
    return type.flatMap(Type::toClassOrInterfaceType);
  }

  /** The result type of the method that {@code returned} ends; a lambda around it is not looked into. */
  private static Optional<Type> returned(ReturnStmt returned) {
    Optional<Node> above = returned.getParentNode();
    while (above.isPresent() && !(above.get() instanceof LambdaExpr)) {
      if (above.get() instanceof MethodDeclaration method) {
        return Optional.of(method.getType());
      }
      above = above.get().getParentNode();
    }
    return Optional.empty();
  }
}
