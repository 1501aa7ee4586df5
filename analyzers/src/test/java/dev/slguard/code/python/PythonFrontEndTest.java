package dev.slguard.code.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slguard.code.ir.Annotation;
import dev.slguard.code.ir.ClassDefinition;
import dev.slguard.code.ir.Constant;
import dev.slguard.code.ir.Instruction;
import dev.slguard.code.ir.Parameter;
import dev.slguard.code.ir.Routine;
import dev.slguard.code.ir.SourceModule;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PythonFrontEndTest {
  private static SourceModule lower(String path, String text) {
    return new PythonFrontEnd().lower(SourceFile.of(path, text), new Diagnostics());
  }

  private static Stream<Instruction> instructions(Routine routine) {
    return routine.blocks().stream().flatMap(block -> block.instructions().stream());
  }

  private static Routine function(String text) {
    return instructions(lower("app.py", text).body()).filter(Instruction.MakeClosure.class::isInstance)
        .map(made -> ((Instruction.MakeClosure) made).routine()).findFirst().orElseThrow();
  }

  private static ClassDefinition classOf(String text) {
    return instructions(lower("app.py", text).body()).filter(Instruction.MakeClass.class::isInstance)
        .map(made -> ((Instruction.MakeClass) made).definition()).findFirst().orElseThrow();
  }

  private static Optional<String> typeOf(Routine routine, int parameter) {
    Parameter declared = routine.parameters().get(parameter);
    return routine.variable(declared.local()).type();
  }

  @Test
  void modules_are_named_by_their_path() {
    assertThat(lower("src/orders/app.py", "").name()).isEqualTo("src.orders.app");
    assertThat(lower("src/orders/__init__.py", "").name()).isEqualTo("src.orders");
    assertThat(lower("__init__.py", "").name()).isEmpty();
    assertThat(lower("app.py", "a\nb\n").lines()).isEqualTo(3);
  }

  @Test
  void types_are_spelled_through_the_imports() {
    Routine routine = function("""
      import typing as t
      from aws_lambda_powertools.utilities.data_classes import SQSEvent as Event
      from .models import Order
      def f(a: Event, b: "t.Optional[Order]", c: list[Order], d: Order | None, e: t.Annotated[int, 1],
            g: dict[str, t.Any], h: t.Union[int, str], i: "not a type!", j) -> "Order": pass
      """);
    assertThat(typeOf(routine, 0)).contains("aws_lambda_powertools.utilities.data_classes.SQSEvent");
    assertThat(typeOf(routine, 1)).contains(".models.Order");
    assertThat(typeOf(routine, 2)).contains("list<.models.Order>");
    assertThat(typeOf(routine, 3)).contains(".models.Order");
    assertThat(typeOf(routine, 4)).contains("int");
    assertThat(typeOf(routine, 5)).contains("dict<str,typing.Any>");
    assertThat(typeOf(routine, 6)).isEmpty();
    assertThat(typeOf(routine, 7)).isEmpty();
    assertThat(typeOf(routine, 8)).isEmpty();
    assertThat(routine.returnType()).contains(".models.Order");
  }

  @Test
  void decorators_keep_their_constant_arguments() {
    Routine routine = function("""
      from powertools import event_source, SQSEvent
      @app.route("/x/<id>", methods=["GET", "PUT"], cors=True, hook=make())
      @event_source(data_class=SQSEvent)
      def f(a): pass
      """);
    assertThat(routine.annotations()).extracting(Annotation::name).containsExactly("app.route",
        "powertools.event_source");
    assertThat(routine.annotations().getFirst().arguments()).isEqualTo(Map.of("0", List.of(Constant.text("/x/<id>")),
        "methods", List.of(Constant.text("GET"), Constant.text("PUT")), "cors", List.of(Constant.truth(true))));
    assertThat(routine.annotations().getLast().arguments())
        .isEqualTo(Map.of("data_class", List.of(Constant.text("powertools.SQSEvent"))));
  }

  @Test
  void what_frameworks_read_from_parameters_is_an_annotation_of_them() {
    Routine routine = function("""
      from typing import Annotated
      from fastapi import Query, Path
      def f(a: Annotated[str, Query(max_length=9)], b: int = Path(alias="x"), *, c=1): pass
      """);
    assertThat(routine.parameters())
        .extracting(parameter -> parameter.annotations().stream().map(Annotation::name).toList())
        .containsExactly(List.of("fastapi.Query"), List.of("fastapi.Path"), List.of());
    assertThat(routine.parameters()).extracting(Parameter::optional).containsExactly(false, true, true);
    assertThat(routine.parameters().getLast().kind()).isEqualTo(Parameter.Kind.KEYWORD_ONLY);
  }

  @Test
  void records_have_fields() {
    ClassDefinition order = classOf("""
      from dataclasses import dataclass, field
      @dataclass(frozen=True)
      class Order:
          id: str
          size: int = field(default=1)
          TABLE = "orders"
      """);
    assertThat(order.kind()).isEqualTo(ClassDefinition.Kind.RECORD);
    assertThat(order.fields()).extracting(it -> it.variable().name()).containsExactly("id", "size", "TABLE");
    assertThat(order.fields()).extracting(ClassDefinition.Field::isStatic).containsExactly(false, false, true);
    assertThat(order.fields().get(1).annotations()).extracting(Annotation::name).containsExactly("dataclasses.field");
  }

  @Test
  void the_kind_of_a_class_follows_from_its_bases() {
    assertThat(classOf("class A(enum.StrEnum): X = 1").kind()).isEqualTo(ClassDefinition.Kind.ENUM);
    assertThat(classOf("class A(BaseModel): x: int").kind()).isEqualTo(ClassDefinition.Kind.RECORD);
    assertThat(classOf("class A(Protocol[T]): pass").kind()).isEqualTo(ClassDefinition.Kind.INTERFACE);
    assertThat(classOf("class A(B, metaclass=C): pass").kind()).isEqualTo(ClassDefinition.Kind.CLASS);
  }

  @Test
  void methods_in_conditions_of_a_class_body_are_methods() {
    assertThat(classOf("""
      class A:
          if x:
              def a(self): pass
          else:
              @staticmethod
              def a(): pass
          @a.setter
          def b(self, v): pass
      """).methods()).extracting(Routine::kind).containsExactly(Routine.Kind.METHOD, Routine.Kind.STATIC,
        Routine.Kind.SETTER);
  }

  @Test
  void calls_in_a_damaged_statement_are_kept() {
    Routine routine = function("def f(a):\n    os.system(a))\n    return (a\ndef g(): pass\n");
    assertThat(instructions(routine).filter(Instruction.Call.class::isInstance)).hasSize(1);
  }

  @Test
  void lowering_is_bounded_on_hostile_nesting() {
    var text = new StringBuilder();
    for (int i = 0; i < 100; i++) {
      String indent = " ".repeat(i);
      text.append(indent).append(i % 2 == 0 ? "try: return x\n" + indent + "finally:\n" : "def f():\n");
    }
    lower("app.py", text + " ".repeat(100) + "x = 1\n");
    text.setLength(0);
    for (int i = 0; i < 100; i++) {
      text.append(" ".repeat(i)).append("try: return x\n").append(" ".repeat(i)).append("finally:\n");
    }
    SourceModule nested = lower("app.py",
        "def f():\n " + text.toString().replace("\n", "\n ") + " ".repeat(100) + "x = 1\n");
    assertThat(nested.lines()).isGreaterThan(200);
    lower("app.py",
        "x = " + "a.b()[0](".repeat(150) + ")".repeat(150) + "\n" + "y = " + "-".repeat(150) + "a\n" + "z = a"
            + ".b()".repeat(50_000) + "\nt: " + "A | ".repeat(20_000) + "B\nu: " + "a.".repeat(20_000) + "b\n"
            + "v = '' " + "+ a".repeat(50_000) + "\n@" + "a.".repeat(5_000) + "b\nclass C: pass\n");
  }

  @Test
  void lowering_never_throws_on_damaged_code() {
    String sound = PythonParserTest.resource("syntax.py");
    var random = new Random(7);
    for (Damage.Kind kind : Damage.Kind.values()) {
      String damaged = sound;
      for (int i = 0; i < 150; i++) {
        damaged = Damage.of(i % 10 == 0 ? sound : damaged, kind, random).text();
        assertThat(lower("app.py", damaged).body().blocks()).isNotEmpty();
      }
    }
  }

  @Test
  void lowering_twice_gives_the_same() {
    String sound = PythonParserTest.resource("syntax.py");
    assertThat(lower("app.py", sound)).isEqualTo(lower("app.py", sound));
  }
}
