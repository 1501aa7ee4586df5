package dev.slguard.template.cloudformation;

import dev.slguard.source.Diagnostics;
import dev.slguard.source.Text;
import dev.slguard.source.Tree;
import java.util.List;
import java.util.Optional;

/** The macros that a whole template is sent through. Those of AWS are understood, others are not run. */
public final class Macros {
  private Macros() {}

  /** Names every macro of the section Transform whose work is not known. */
  public static void report(Tree.Mapping template, Diagnostics diagnostics) {
    Optional<Tree> written = template.get("Transform");
    if (written.isEmpty()) {
      return;
    }
    List<Tree> macros = written.get() instanceof Tree.Sequence(var items, _) ? items : List.of(written.get());
    for (Tree macro : macros) {
      Optional<String> name = macro instanceof Tree.Mapping call ? call.text("Name") : text(macro);
      name.filter(text -> !isKnown(text))
          .ifPresent(text -> diagnostics.warning(macro.at(), "the macro '" + Text.shown(text)
              + "' is not run; the template is read as it stands, and what the macro makes of it is not known"));
    }
  }

  private static Optional<String> text(Tree tree) {
    return tree instanceof Tree.Scalar scalar && scalar.kind() == Tree.Kind.TEXT
        ? Optional.of(scalar.text())
        : Optional.empty();
  }

  private static boolean isKnown(String name) {
    return switch (name) {
      case "AWS::Serverless-2016-10-31", "AWS::LanguageExtensions", "AWS::Include" -> true;
      default -> false;
    };
  }
}
