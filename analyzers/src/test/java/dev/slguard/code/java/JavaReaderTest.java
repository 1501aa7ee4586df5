package dev.slguard.code.java;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.Position;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.SourceFile;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left of a Java file in which something is wrong. */
class JavaReaderTest {
  private static final String SOUND = """
    package com.acme;

    import java.util.List;

    @Deprecated
    public final class Orders extends Base<String> {
      enum Kind {
        SMALL("s"),
        LARGE("l");

        private final String code;

        Kind(String code) {
          this.code = code;
        }
      }

      private final List<String> all = List.of();

      public Orders(String name) {
        super(name);
      }

      @Override
      public String first(
          int count) {
        if (count > 0) {
          return all.get(0);
        }
        return "";
      }

      static class Inner {
        int size() {
          return 1;
        }
      }
    }
    """;

  private static List<String> functions(String text) {
    var diagnostics = new Diagnostics();
    var names = new java.util.TreeSet<String>();
    new JavaReader(SourceFile.of("Orders.java", text)).read(diagnostics).ifPresent(unit -> {
      for (CallableDeclaration<?> each : unit.findAll(CallableDeclaration.class)) {
        names.add(each.getNameAsString() + ' ' + each.getBegin().orElseThrow().line);
      }
    });
    return List.copyOf(names);
  }

  @Test
  void a_sound_file_is_read_whole() {
    assertThat(functions(SOUND)).containsExactly("Kind 13", "Orders 20", "first 24", "size 34");
  }

  @ParameterizedTest
  @ValueSource(strings = {"public final class Orders extends|public final Orders extends",
      "class Orders|class class Orders", "@Deprecated|@ @Deprecated", "extends Base<String> {|extends Base<String>",
      "SMALL(\"s\"),|SMALL(\"s\")", "SMALL(\"s\"),|SMALL(,", "import java.util.List;|import java.util;.List",
      "package com.acme;|package com.acme", "List.of();|List.of()",
      "private final String code;|private final = String code;", "static class Inner|static Inner"})
  void damage_outside_functions_costs_none(String change) {
    int bar = change.indexOf('|');
    String damaged = SOUND.replace(change.substring(0, bar), change.substring(bar + 1));
    assertThat(damaged).isNotEqualTo(SOUND);
    assertThat(functions(damaged)).containsExactly("Kind 13", "Orders 20", "first 24", "size 34");
  }

  @ParameterizedTest
  @ValueSource(strings = {"(count > 0) {|(count > 0)", "(count > 0) {|(count > 0) { {", "int count) {|int count) }",
      "int count) {|int count {", "return all.get(0);|return all.get(0;"})
  void damage_to_one_function_costs_no_other(String change) {
    int bar = change.indexOf('|');
    String damaged = SOUND.replace(change.substring(0, bar), change.substring(bar + 1));
    assertThat(damaged).isNotEqualTo(SOUND);
    assertThat(functions(damaged)).contains("Kind 13", "Orders 20", "size 34");
  }

  @ParameterizedTest
  @ValueSource(strings = {"g(a(b(1), 2); c();", "g a(b(1), 2)); c();", "g(a(b(1) 2)); c();", "g(a(b(1)), 2)); c();",
      "g(a(b(1), 2)) c();", "g(a(b(1), , 2)); c();", "g(a(b((1), 2)); c();"})
  void a_damaged_token_costs_no_call_and_moves_no_place(String statement) {
    String text = "class A {\n  void f() {\n    " + statement + "\n  }\n\n  void h() {}\n}\n";
    var unit = new JavaReader(SourceFile.of("A.java", text)).read(new Diagnostics()).orElseThrow();
    assertThat(unit.findAll(MethodCallExpr.class)).extracting(MethodCallExpr::getNameAsString)
        .containsExactlyInAnyOrder("g", "a", "b", "c");
    for (String name : List.of("a", "b", "c")) {
      assertThat(unit.findFirst(MethodCallExpr.class, call -> call.getNameAsString().equals(name)).orElseThrow()
          .getBegin().orElseThrow()).as(name).isEqualTo(new Position(3, 5 + statement.indexOf(name)));
    }
    assertThat(functions(text)).containsExactly("f 2", "h 6");
  }

  private static final String NESTED = """
    package com.acme;

    /** Says "a" and 'b' about it. */
    @Slow
    @SuppressWarnings({
      "all",
    })
    abstract class Nested<
            V extends Object, T extends Object>
        extends Base<V> {
      Nested(V value,
             T other
            )
      {
        super(value);
      }

      Iterator<V> iterator(
          List<V> all) {
        return new Iterator<V>() {
          @Override
          public boolean hasNext() {
            return all.get(0) != null;
          }

          @Override
          public void close() {}
        };
      }

      int sum(List<V> all) {
      loop:
        for (V each : all) {
          continue loop;
        }
        return 0;
      }
    }
    """;

  @ParameterizedTest
  @ValueSource(strings = {"V extends Object, T|V extends Object, T T", "Base<V> {|Base<V>",
      "class Nested|class class Nested", "return new|return", "(\n      List<V> all) {|(\n      List<V> all all) {",
      "};|} };"})
  void damage_costs_no_method_of_an_anonymous_class(String change) {
    int bar = change.indexOf('|');
    String damaged = NESTED.replace(change.substring(0, bar), change.substring(bar + 1));
    assertThat(damaged).isNotEqualTo(NESTED);
    assertThat(functions(damaged)).contains("Nested 11", "hasNext 21", "close 26", "sum 31");
  }

  @Test
  @Timeout(30)
  void text_that_is_no_java_takes_no_long_time() {
    String hostile = "class A {\n" + "  class B { void f( { \n".repeat(3_000) + "  }\n".repeat(3_000);
    long start = System.nanoTime();
    functions(hostile);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(25));
  }
}
