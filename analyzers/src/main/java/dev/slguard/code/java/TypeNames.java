package dev.slguard.code.java;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Qualifies the type names of one file by its imports, its own types, its package and {@code java.lang}. */
final class TypeNames {
  private static final Set<String> JAVA_LANG = Set.of("String", "Object", "Integer", "Long", "Short", "Byte", "Double",
      "Float", "Boolean", "Character", "Number", "Math", "System", "Runtime", "ProcessBuilder", "Process",
      "StringBuilder", "StringBuffer", "CharSequence", "Thread", "Class", "ClassLoader", "Exception",
      "RuntimeException", "Error", "Throwable", "IllegalArgumentException", "IllegalStateException", "Iterable",
      "Comparable", "Enum", "Record", "Void", "Runnable", "AutoCloseable", "NullPointerException",
      "NumberFormatException", "InterruptedException", "SecurityException", "UnsupportedOperationException",
      "ArithmeticException", "ClassNotFoundException", "IndexOutOfBoundsException", "StackTraceElement", "Override",
      "Deprecated", "SuppressWarnings", "FunctionalInterface", "SafeVarargs", "ThreadLocal", "ProcessHandle",
      "ReflectiveOperationException", "NoSuchMethodException", "Appendable", "Cloneable");

  private final String packageName;
  private final Map<String, String> imported = new HashMap<>();
  private final Map<String, String> staticMembers = new HashMap<>();
  private final List<String> staticTypes = new ArrayList<>();
  private final List<String> onDemand = new ArrayList<>();
  private final Map<String, String> own = new HashMap<>();
  private final Set<String> parameters = new HashSet<>();

  TypeNames(CompilationUnit unit) {
    packageName = unit.getPackageDeclaration().map(declared -> declared.getNameAsString()).orElse("");
    for (ImportDeclaration declaration : unit.getImports()) {
      String name = declaration.getNameAsString();
      int dot = name.lastIndexOf('.');
      if (declaration.isStatic()) {
        if (declaration.isAsterisk()) {
          staticTypes.add(name);
        } else if (dot > 0) {
          staticMembers.put(name.substring(dot + 1), name.substring(0, dot));
        }
      } else if (declaration.isAsterisk()) {
        onDemand.add(name);
      } else {
        imported.put(name.substring(dot + 1), name);
      }
    }
    unit.getTypes().forEach(type -> declare(type, ""));
  }

  private void declare(TypeDeclaration<?> type, String outer) {
    String path = outer.isEmpty() ? type.getNameAsString() : outer + '.' + type.getNameAsString();
    own.putIfAbsent(type.getNameAsString(), path);
    type.getMembers().forEach(member -> {
      if (member instanceof TypeDeclaration<?> nested) {
        declare(nested, path);
      }
    });
  }

  String packageName() {
    return packageName;
  }

  /** Type parameters in force are no types of their own. */
  void addParameter(String name) {
    parameters.add(name);
  }

  /** The type that declares the statically imported member {@code name}, as a specifier. */
  Optional<String> staticOwner(String name) {
    String owner = staticMembers.get(name);
    if (owner != null) {
      return Optional.of(owner);
    }
    return staticTypes.size() == 1 ? Optional.of(staticTypes.getFirst()) : Optional.empty();
  }

  /** Whether {@code name} is surely a type: imported or declared in the file. */
  boolean isKnown(String name) {
    return own.containsKey(name) || imported.containsKey(name);
  }

  /** What to import for {@code name}: {@code =Outer.Inner} for a type of this file, else candidates by {@code |}. */
  String specifier(String name) {
    int dot = name.indexOf('.');
    String first = dot < 0 ? name : name.substring(0, dot);
    String rest = dot < 0 ? "" : name.substring(dot);
    String ownPath = own.get(first);
    if (ownPath != null) {
      return '=' + ownPath + rest;
    }
    String known = imported.get(first);
    if (known != null) {
      return known + rest;
    } else if (dot > 0 && Character.isLowerCase(first.charAt(0))) {
      return name;
    } else if (JAVA_LANG.contains(first)) {
      return "java.lang." + name;
    }
    var candidates = new ArrayList<String>();
    candidates.add(packageName.isEmpty() ? name : packageName + '.' + name);
    for (String each : onDemand) {
      if (isJdk(each) && exists(each + '.' + first)) {
        // No other package may have it as well: the name would be ambiguous.
        return candidates.getFirst() + '|' + each + '.' + name;
      } else if (!isJdk(each)) {
        candidates.add(each + '.' + name);
      }
    }
    return String.join("|", candidates);
  }

  /**
   * The annotation {@code name}, as one name: of several packages that are imported on demand the one that holds
   * annotations by its own name, the last of them if none does.
   */
  String annotation(String name) {
    List<String> candidates = List.of(specifier(name).split("\\|"));
    return candidates.stream().skip(1).filter(each -> each.contains(".annotation") || each.contains(".ws.rs."))
        .findFirst().orElse(candidates.getLast());
  }

  private static boolean isJdk(String packageName) {
    return packageName.startsWith("java.");
  }

  /** Whether the running JDK has that class; only asked for packages of the JDK itself. */
  private static boolean exists(String name) {
    return ClassLoader.getPlatformClassLoader().getResource(name.replace('.', '/') + ".class") != null;
  }

  /** The type of a variable as a specifier, with that of its items if it is a list of one: {@code java.util.List<=Line>}. */
  Optional<String> declared(Type type) {
    Optional<String> plain = specifier(type);
    if (plain.isEmpty() || !(type instanceof ClassOrInterfaceType named)
        || named.getTypeArguments().filter(arguments -> arguments.size() == 1).isEmpty()) {
      return plain;
    }
    Type item = named.getTypeArguments().get().get(0);
    return item instanceof ClassOrInterfaceType of && of.getTypeArguments().isEmpty()
        ? specifier(of).map(name -> plain.get() + '<' + name + '>').or(() -> plain)
        : plain;
  }

  /** The type as a specifier; empty for {@code var}, type parameters and what has no name. */
  Optional<String> specifier(Type type) {
    if (type.isPrimitiveType()) {
      return Optional.of(type.asPrimitiveType().asString());
    } else if (type.isArrayType()) {
      return specifier(type.asArrayType().getComponentType()).map(name -> name + "[]").or(() -> Optional.of("array[]"));
    } else if (type instanceof ClassOrInterfaceType named) {
      String name = named.getNameWithScope();
      return parameters.contains(name) ? Optional.empty() : Optional.of(specifier(name));
    } else if (type.isUnionType()) {
      return specifier(type.asUnionType().getElements().get(0));
    }
    return Optional.empty();
  }
}
