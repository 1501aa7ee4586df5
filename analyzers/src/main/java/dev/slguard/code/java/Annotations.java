package dev.slguard.code.java;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LiteralStringValueExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.NormalAnnotationExpr;
import com.github.javaparser.ast.expr.SingleMemberAnnotationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import dev.slguard.code.ir.Annotation;
import dev.slguard.code.ir.Constant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads annotations. */
final class Annotations {
  private Annotations() {}

  static Annotation of(AnnotationExpr written, TypeNames names, Places places) {
    Map<String, List<Constant>> arguments = new LinkedHashMap<>();
    Map<String, List<String>> references = new LinkedHashMap<>();
    switch (written) {
      case SingleMemberAnnotationExpr single ->
        argument("value", single.getMemberValue(), arguments, references, names);
      case NormalAnnotationExpr normal -> normal.getPairs()
          .forEach(pair -> argument(pair.getNameAsString(), pair.getValue(), arguments, references, names));
      default -> {
      }
    }
    return new Annotation(names.annotation(written.getNameAsString()), arguments, references, places.at(written));
  }

  private static void argument(String name, Expression value, Map<String, List<Constant>> arguments,
      Map<String, List<String>> references, TypeNames names) {
    arguments.put(name, constants(value));
    List<String> referred = new ArrayList<>();
    List<Expression> parts = value instanceof ArrayInitializerExpr array ? array.getValues() : List.of(value);
    for (Expression part : parts) {
      if (part instanceof FieldAccessExpr field) {
        referred.add(names.annotation(field.getScope().toString()) + '.' + field.getNameAsString());
      }
    }
    if (!referred.isEmpty()) {
      references.put(name, referred);
    }
  }

  private static List<Constant> constants(Expression value) {
    return switch (value) {
      case StringLiteralExpr text -> List.of(Constant.text(text.asString()));
      case TextBlockLiteralExpr text -> List.of(Constant.text(text.asString()));
      case BooleanLiteralExpr truth -> List.of(Constant.truth(truth.getValue()));
      case LiteralStringValueExpr number -> List.of(new Constant.Numeral(number.getValue()));
      case ArrayInitializerExpr array -> {
        List<Constant> all = new ArrayList<>();
        array.getValues().forEach(each -> all.addAll(constants(each)));
        yield all;
      }
      case NameExpr name -> ofField(name);
      default -> List.of();
    };
  }

  /** The text of a constant that a type around the annotation declares. */
  private static List<Constant> ofField(NameExpr name) {
    Optional<Node> above = name.getParentNode();
    while (above.isPresent()) {
      if (above.get() instanceof TypeDeclaration<?> type) {
        for (FieldDeclaration field : type.getFields()) {
          for (VariableDeclarator variable : field.getVariables()) {
            if (variable.getNameAsString().equals(name.getNameAsString())) {
              return variable.getInitializer().filter(Expression::isLiteralExpr).map(Annotations::constants)
                  .orElse(List.of());
            }
          }
        }
      }
      above = above.get().getParentNode();
    }
    return List.of();
  }
}
