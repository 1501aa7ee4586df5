package dev.slguard.template.serverless.program;

import dev.slguard.source.SourceFile;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The statements of a module that give values their names. */
final class Module {
  private final SourceFile source;
  private final Map<String, Integer> values = new HashMap<>();
  private final Map<String, Import> imports = new HashMap<>();
  private Optional<Integer> exported = Optional.empty();

  /** A name taken from another module; {@code default} for its main value. */
  record Import(String module, String name) {}

  Module(SourceFile source) {
    this.source = source;
    var scanner = new Scanner(source.text(), 0);
    while (!scanner.atEnd()) {
      scanner.blanks();
      if (Scanner.isStart(scanner.here())) {
        statement(scanner);
      } else if (!scanner.atEnd()) {
        scanner.skipOne();
      }
    }
  }

  private void statement(Scanner scanner) {
    String word = scanner.name();
    switch (word) {
      case "const", "let", "var" -> declaration(scanner);
      case "import" -> imported(scanner);
      case "export" -> {
        if (scanner.word("default") || scanner.symbol("=")) {
          exported = Optional.of(scanner.at());
        }
      }
      case "module" -> {
        if (scanner.symbol(".exports") && isAssignment(scanner)) {
          exported = Optional.of(scanner.at());
        }
      }
      default -> {
      }
    }
  }

  private static boolean isAssignment(Scanner scanner) {
    scanner.blanks();
    return scanner.here() == '=' && scanner.next(1) != '=' && scanner.symbol("=");
  }

  private void declaration(Scanner scanner) {
    String name = scanner.name();
    if (name.isEmpty()) {
      return;
    }
    if (scanner.symbol(":")) {
      while (!scanner.atEnd() && scanner.here() != '=' && scanner.here() != ';') {
        scanner.skipOne();
      }
    }
    if (isAssignment(scanner)) {
      int start = scanner.at();
      if (scanner.word("require") && scanner.symbol("(")) {
        text(scanner).ifPresent(module -> imports.put(name, new Import(module, "default")));
      }
      values.put(name, start);
      scanner.moveTo(start);
      scanner.skipValue();
    }
  }

  private void imported(Scanner scanner) {
    scanner.word("type");
    var names = new HashMap<String, String>();
    String main = scanner.name();
    if (!main.isEmpty()) {
      names.put(main, "default");
      scanner.symbol(",");
    }
    if (scanner.symbol("{")) {
      while (!scanner.atEnd() && !scanner.symbol("}")) {
        String name = scanner.name();
        String local = scanner.word("as") ? scanner.name() : name;
        if (name.isEmpty()) {
          scanner.skipOne();
        } else {
          names.put(local, name);
        }
        scanner.symbol(",");
      }
    }
    if (scanner.word("from")) {
      text(scanner).ifPresent(module -> names.forEach((local, name) -> imports.put(local, new Import(module, name))));
    }
  }

  private Optional<String> text(Scanner scanner) {
    scanner.blanks();
    int start = scanner.at();
    if (scanner.here() != '\'' && scanner.here() != '"') {
      return Optional.empty();
    }
    scanner.skipOne();
    return Optional.of(source.text().substring(start + 1, Math.max(start + 1, scanner.at() - 1)));
  }

  SourceFile source() {
    return source;
  }

  /** Where the value of {@code name} begins. */
  Optional<Integer> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** Where {@code name} comes from, if from another module. */
  Optional<Import> imported(String name) {
    return Optional.ofNullable(imports.get(name));
  }

  /** Where the exported value begins. */
  Optional<Integer> exported() {
    return exported;
  }
}
