package dev.slguard.code.java;

import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import dev.slguard.code.ir.Local;
import dev.slguard.code.ir.RoutineBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A class whose members are being lowered.
 *
 * @param name simple name; a made-up one for an anonymous class
 * @param specifier how to import it; empty for a local or anonymous class
 * @param fields its fields: whether each is static
 * @param methods its methods: whether each is static
 * @param isStatic whether instances have no enclosing instance
 * @param value the local that holds the class where it is made, valid in that routine and those nested in it
 */
record ClassContext(String name, Optional<String> specifier, Map<String, Boolean> fields, Map<String, Boolean> methods,
    boolean isStatic, Optional<Holder> value) {

  /** Where a class value is kept while its members are lowered. */
  record Holder(RoutineBuilder builder, Local local) {}

  static ClassContext of(TypeDeclaration<?> type, Optional<String> specifier, boolean isStatic,
      Optional<Holder> value) {
    Map<String, Boolean> fields = new HashMap<>();
    Map<String, Boolean> methods = new HashMap<>();
    members(type.getMembers(), fields, methods,
        type.isTypeDeclaration() && type instanceof com.github.javaparser.ast.body.ClassOrInterfaceDeclaration declared
            && declared.isInterface());
    if (type instanceof EnumDeclaration enumeration) {
      enumeration.getEntries().forEach(entry -> fields.put(entry.getNameAsString(), true));
    } else if (type instanceof com.github.javaparser.ast.body.RecordDeclaration record) {
      record.getParameters().forEach(parameter -> fields.put(parameter.getNameAsString(), false));
    }
    return new ClassContext(type.getNameAsString(), specifier, fields, methods, isStatic, value);
  }

  static ClassContext anonymous(String name, List<? extends com.github.javaparser.ast.body.BodyDeclaration<?>> body) {
    Map<String, Boolean> fields = new HashMap<>();
    Map<String, Boolean> methods = new HashMap<>();
    members(body, fields, methods, false);
    return new ClassContext(name, Optional.empty(), fields, methods, true, Optional.empty());
  }

  private static void members(List<? extends com.github.javaparser.ast.body.BodyDeclaration<?>> body,
      Map<String, Boolean> fields, Map<String, Boolean> methods, boolean isInterface) {
    for (var member : body) {
      if (member instanceof FieldDeclaration field) {
        field.getVariables()
            .forEach(variable -> fields.put(variable.getNameAsString(), field.isStatic() || isInterface));
      } else if (member instanceof MethodDeclaration method) {
        methods.merge(method.getNameAsString(), method.isStatic(), (a, b) -> a && b);
      }
    }
  }
}
