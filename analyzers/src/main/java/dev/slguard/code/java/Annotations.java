package dev.slguard.code.java;

import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LiteralStringValueExpr;
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

/** Reads annotations. */
final class Annotations {
  private Annotations() {}

  static Annotation of(AnnotationExpr written, TypeNames names, Places places) {
    Map<String, List<Constant>> arguments = new LinkedHashMap<>();
    switch (written) {
      case SingleMemberAnnotationExpr single -> arguments.put("value", constants(single.getMemberValue()));
      case NormalAnnotationExpr normal ->
        normal.getPairs().forEach(pair -> arguments.put(pair.getNameAsString(), constants(pair.getValue())));
      default -> {
      }
    }
    return new Annotation(names.annotation(written.getNameAsString()), arguments, places.at(written));
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
      default -> List.of();
    };
  }
}
