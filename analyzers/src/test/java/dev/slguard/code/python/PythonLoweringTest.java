package dev.slguard.code.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slguard.code.ir.Printer;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.SourceFile;
import org.junit.jupiter.api.Test;

class PythonLoweringTest {
  /** What {@code text} is lowered to, without the line that names the module. */
  private static String lowered(String text) {
    var module = new PythonFrontEnd().lower(SourceFile.of("app.py", text), new Diagnostics());
    String printed = Printer.print(module);
    return printed.substring(printed.indexOf('\n') + 1);
  }

  @Test
  void texts_become_one_concatenation() {
    assertThat(lowered("""
      x = f"select {name!r} from {table:>{width}}" + more + f"{1}"
      y = "a" + b * c
      z = a + b + c
      q = "%s" % a
      s += "x" + (t + u)
      """)).isEqualTo("""
      module <module>()
       b0:
        %0 = global name
        %1 = global repr
        %2 = %1(%0)
        %3 = global table
        %4 = global width
        %5 = concat ">", %4
        %6 = global format
        %7 = %6(%3, %5)
        %8 = global more
        %9 = concat "select ", %2, " from ", %7, %8, 1
        global x = %9
        %10 = global b
        %11 = global c
        %12 = multiply %10, %11
        %13 = concat "a", %12
        global y = %13
        %14 = global a
        %15 = global b
        %16 = add %14, %15
        %17 = global c
        %18 = add %16, %17
        global z = %18
        %19 = global a
        %20 = percent "%s", %19
        global q = %20
        %21 = global s
        %22 = global t
        %23 = global u
        %24 = add %22, %23
        %25 = concat %21, "x", %24
        global s = %25
        return nothing
      """);
  }

  @Test
  void calls_members_and_subscripts_run_from_the_left() {
    assertThat(lowered("""
      r = a.b(c)[d].e[1:]
      r = table[key](x)(y)
      """)).isEqualTo("""
      module <module>()
       b0:
        %0 = global a
        %1 = global c
        %2 = %0.b(%1)
        %3 = global d
        %4 = %2[%3]
        %5 = %4.e
        %6 = slice %5, 1, nothing
        global r = %6
        %7 = global table
        %8 = global key
        %9 = %7[%8]
        %10 = global x
        %11 = %9(%10)
        %12 = global y
        %13 = %11(%12)
        global r = %13
        return nothing
      """);
  }

  @Test
  void tests_become_branches_of_their_operands() {
    assertThat(lowered("""
      if not a and (b or c in d):
          f()
      elif a < b <= c:
          g()
      else:
          h()
      """)).isEqualTo("""
      module <module>()
       b0:
        %0 = global a
        if %0 then b3 else b4
       b1:
        return nothing
       b2:
        %5 = global f
        %6 = %5()
        jump b1
       b3:
        %7 = global a
        %8 = global b
        %9 = less %7, %8
        if %9 then b8 else b7
       b4:
        %1 = global b
        if %1 then b2 else b5
       b5:
        %2 = global c
        %3 = global d
        %4 = in %2, %3
        if %4 then b2 else b3
       b6:
        %12 = global g
        %13 = %12()
        jump b1
       b7:
        %14 = global h
        %15 = %14()
        jump b1
       b8:
        %10 = global c
        %11 = less_equal %8, %10
        if %11 then b6 else b7
      """);
  }

  @Test
  void what_decides_a_value_is_a_branch() {
    assertThat(lowered("""
      x = a or b
      y = f(z) if a else None
      """)).isEqualTo("""
      module <module>()
       b0:
        %1 = global a
        %0 = %1
        if %1 then b1 else b2
       b1:
        global x = %0
        %4 = global a
        if %4 then b3 else b4
       b2:
        %2 = global b
        %0 = %2
        jump b1
       b3:
        %5 = global f
        %6 = global z
        %7 = %5(%6)
        %3 = %7
        jump b5
       b4:
        %3 = nothing
        jump b5
       b5:
        global y = %3
        return nothing
      """);
  }

  @Test
  void an_allow_list_dominates_what_follows_it() {
    assertThat(lowered("""
      def f(name):
          if name not in ("a", "b"):
              return None
          for part in name.split(","):
              if part:
                  continue
              break
          else:
              log(part)
          return run(name)
      """)).isEqualTo("""
      module <module>()
       b0:
        %0 = function f
        global f = %0
        return nothing
      function <module>/f(name%0)
       b0:
        %2 = tuple ["a", "b"]
        %3 = not_in name%0, %2
        if %3 then b2 else b3
       b1:
        %4 = name%0.split(",")
        jump b4
       b2:
        return nothing
       b3:
        jump b1
       b4:
        %5 = has_next %4
        if %5 then b5 else b6
       b5:
        %6 = each %4
        part%1 = %6
        jump b8
       b6:
        %7 = global log
        %8 = %7(part%1)
        jump b7
       b7:
        %9 = global run
        %10 = %9(name%0)
        return %10
       b8:
        if part%1 then b10 else b11
       b9:
        jump b7
       b10:
        jump b4
       b11:
        jump b9
      """);
  }

  @Test
  void finally_code_runs_on_every_way_out() {
    assertThat(lowered("""
      def h():
          try:
              return f()
          except (A, B) as e:
              raise C(e) from e
          except:
              raise
          finally:
              g()
      """)).isEqualTo("""
      module <module>()
       b0:
        %0 = function h
        global h = %0
        return nothing
      function <module>/h()
       b0:
        jump b2
       b1:
        %15 = caught
        %16 = global g
        %17 = %16()
        throw %15
       b2 (throws to b1):
        jump b4
       b3 (throws to b1):
        %5 = caught
        %6 = caught
        %7 = global A
        %8 = instance_of %6, %7
        if %8 then b6 else b7
       b4 (throws to b3):
        %1 = global f
        %2 = %1()
        %3 = global g
        %4 = %3()
        return %2
       b5 (throws to b1):
        throw %5
       b6 (throws to b1):
        e%0 = %6
        %11 = global C
        %12 = %11(e%0)
        throw %12
       b7 (throws to b1):
        %9 = global B
        %10 = instance_of %6, %9
        if %10 then b6 else b8
       b8 (throws to b1):
        jump b5
      """);
  }

  @Test
  void contexts_are_entered_and_left() {
    assertThat(lowered("""
      with a() as x, b() as (y, z):
          f(x)
      """)).isEqualTo("""
      module <module>()
       b0:
        %0 = global a
        %1 = %0()
        %2 = %1.__enter__()
        global x = %2
        %3 = global b
        %4 = %3()
        %5 = %4.__enter__()
        %6 = %5[0]
        global y = %6
        %7 = %5[1]
        global z = %7
        %8 = global f
        %9 = global x
        %10 = %8(%9)
        %11 = %4.__exit__(nothing, nothing, nothing)
        %12 = %1.__exit__(nothing, nothing, nothing)
        return nothing
      """);
  }

  @Test
  void targets_take_values_apart() {
    assertThat(lowered("""
      a, (b, *c), d.e = v
      [f, *g, h[0]] = v
      """)).isEqualTo("""
      module <module>()
       b0:
        %0 = global v
        %1 = %0[0]
        global a = %1
        %2 = %0[1]
        %3 = %2[0]
        global b = %3
        %4 = slice %2, 1, nothing
        global c = %4
        %5 = %0[2]
        %6 = global d
        %6.e = %5
        %7 = global v
        %8 = %7[0]
        global f = %8
        %9 = slice %7, 1, -1
        global g = %9
        %10 = %7[-1]
        %11 = global h
        %11[0] = %10
        return nothing
      """);
  }

  @Test
  void comprehensions_have_variables_of_their_own() {
    assertThat(lowered("""
      x = {k: f(v) for k, v in a if k for w in v}
      y = [x for x in x]
      """)).isEqualTo("""
      module <module>()
       b0:
        %0 = global a
        %1 = {}
        jump b1
       b1:
        %5 = has_next %0
        if %5 then b3 else b2
       b2:
        global x = %1
        %13 = global x
        %14 = list []
        jump b8
       b3:
        %6 = each %0
        %7 = %6[0]
        k%2 = %7
        %8 = %6[1]
        v%3 = %8
        if k%2 then b4 else b1
       b4:
        jump b5
       b5:
        %9 = has_next v%3
        if %9 then b7 else b6
       b6:
        jump b1
       b7:
        %10 = each v%3
        w%4 = %10
        %11 = global f
        %12 = %11(v%3)
        %1[k%2] = %12
        jump b5
       b8:
        %16 = has_next %13
        if %16 then b10 else b9
       b9:
        global y = %14
        return nothing
       b10:
        %17 = each %13
        x%15 = %17
        %18 = %14.append(x%15)
        jump b8
      """);
  }

  @Test
  void a_class_body_sets_fields_of_the_class() {
    assertThat(lowered("""
      @register
      class Order(Base, metaclass=Meta):
          table: str = os.environ["T"]
          name = table + "x"
          def __init__(self, x=None):
              super().__init__(x)
              self.x = x
          @classmethod
          def make(cls): return cls()
          @property
          def p(self): return super().p
          @retry(3)
          async def m(self): return await self.p
          class Inner: pass
      """)).isEqualTo("""
      module <module>()
       b0:
        %0 = global Base
        %1 = global Meta
        %2 = class Order (%0)
        %3 = global os
        %4 = %3.environ
        %5 = %4["T"]
        %6 = %5 as str
        %2.table = %6
        %7 = %2.table
        %8 = concat %7, "x"
        %2.name = %8
        %9 = %2.m
        %10 = global retry
        %11 = %10(3)
        %12 = %11(%9)
        %2.m = %12
        %13 = class Inner ()
        %2.Inner = %13
        %14 = global register
        %15 = %14(%2)
        global Order = %15
        return nothing
      constructor <module>/Order.__init__(this self%0, x%1?)
       b0:
        %2 = missing x%1
        if %2 then b1 else b2
       b1:
        x%1 = nothing
        jump b2
       b2:
        %3 = super(x%1)
        self%0.x = x%1
        return nothing
      class_method <module>/Order.make(this cls%0)
        @classmethod
       b0:
        %1 = cls%0()
        return %1
      getter <module>/Order.p(this self%0)
        @property
       b0:
        %1 = global super
        %2 = %1()
        %3 = %2.p
        return %3
      async method <module>/Order.m(this self%0)
        @retry
       b0:
        %1 = self%0.p
        %2 = await %1
        return %2
      """);
  }

  @Test
  void inner_functions_share_variables() {
    assertThat(lowered("""
      def outer(a):
          b = a
          def inner():
              nonlocal b
              global g
              b = 1
              g = b
              return a
          return lambda c=b: [c, inner]
      """)).isEqualTo("""
      module <module>()
       b0:
        %0 = function outer
        global outer = %0
        return nothing
      function <module>/outer(a%0)
       b0:
        b%1 = a%0
        %3 = function inner
        inner%2 = %3
        %4 = function <lambda>
        return %4
      function <module>/outer/inner()
        captures b%0 = outer %1
        captures a%1 = outer %0
       b0:
        b%0 = 1
        global g = b%0
        return a%1
      lambda <module>/outer/<lambda>(c%0?)
        captures b%2 = outer %1
        captures inner%3 = outer %2
       b0:
        %1 = missing c%0
        if %1 then b1 else b2
       b1:
        c%0 = b%2
        jump b2
       b2:
        %4 = list [c%0, inner%3]
        return %4
      """);
  }

  @Test
  void imports_bind_modules_and_members() {
    assertThat(lowered("""
      import a.b.c
      import a.b as d
      from . import e
      from ..f.g import h as i
      from j import *
      def f():
          import k
          return k.l(e)
      """)).isEqualTo("""
      module <module>()
       b0:
        %0 = import a.b.c
        %1 = import a
        global a = %1
        %2 = import a.b
        global d = %2
        %3 = import . member e
        global e = %3
        %4 = import ..f.g member h
        global i = %4
        import all j
        %5 = function f
        global f = %5
        return nothing
      function <module>/f()
       b0:
        %1 = import k
        k%0 = %1
        %2 = global e
        %3 = k%0.l(%2)
        return %3
      """);
  }

  @Test
  void cases_test_take_apart_and_bind() {
    assertThat(lowered("""
      match v:
          case 1 | "a": f()
          case {"k": x, **rest} if x: g(rest)
          case [a, *_, P(q=b) as c]: h(a)
          case Color.RED: pass
          case _: i()
      """)).isEqualTo("""
      module <module>()
       b0:
        %0 = global v
        %1 = same %0, 1
        if %1 then b5 else b4
       b1:
        return nothing
       b2:
        %5 = in "k", %0
        if %5 then b9 else b8
       b3:
        %3 = global f
        %4 = %3()
        jump b1
       b4:
        %2 = same %0, "a"
        if %2 then b7 else b6
       b5:
        jump b3
       b6:
        jump b2
       b7:
        jump b3
       b8:
        %12 = %0[0]
        global a = %12
        %13 = slice %0, 1, -1
        %14 = %0[-1]
        %15 = global P
        %16 = instance_of %14, %15
        if %16 then b12 else b11
       b9:
        %6 = %0["k"]
        global x = %6
        %7 = {...%0}
        global rest = %7
        %8 = global x
        if %8 then b10 else b8
       b10:
        %9 = global g
        %10 = global rest
        %11 = %9(%10)
        jump b1
       b11:
        %21 = global Color
        %22 = %21.RED
        %23 = equal %0, %22
        if %23 then b14 else b13
       b12:
        %17 = %14.q
        global b = %17
        global c = %14
        %18 = global h
        %19 = global a
        %20 = %18(%19)
        jump b1
       b13:
        %24 = global i
        %25 = %24()
        jump b1
       b14:
        jump b1
      """);
  }

  @Test
  void python_2_statements_are_calls() {
    assertThat(lowered("""
      print "a", b
      print >>f, c
      exec code in scope
      raise E, v
      """)).isEqualTo("""
      module <module>()
       b0:
        %0 = global print
        %1 = global b
        %2 = %0("a", %1)
        %3 = global c
        %4 = global f
        %5 = global print
        %6 = %5(%3, file=%4)
        %7 = global exec
        %8 = global code
        %9 = global scope
        %10 = %7(%8, %9)
        %11 = global E
        %12 = global v
        %13 = %11(%12)
        throw %13
      """);
  }

  @Test
  void statements_that_change_containers() {
    assertThat(lowered("""
      def f(d):
          del d["k"], d.x
          x = yield d
          assert d, "m"
          d.n += 1
          d[k] -= 2
      """)).isEqualTo("""
      module <module>()
       b0:
        %0 = function f
        global f = %0
        return nothing
      generator function <module>/f(d%0)
       b0:
        delete d%0["k"]
        delete d%0["x"]
        %2 = yield d%0
        x%1 = %2
        if d%0 then b1 else b2
       b1:
        %5 = d%0.n
        %6 = add %5, 1
        d%0.n = %6
        %7 = global k
        %8 = d%0[%7]
        %9 = arithmetic %8, 2
        d%0[%7] = %9
        return nothing
       b2:
        %3 = global AssertionError
        %4 = %3("m")
        throw %4
      """);
  }

  @Test
  void decorators_are_calls_and_annotations() {
    assertThat(lowered("""
      @app.route("/x", methods=["GET"])
      @log
      def f(a: int, /, b: "Optional[list[Order]]" = None, *c, d: Annotated[str, Query(max_length=3)], **e) -> dict: pass
      """)).isEqualTo("""
      module <module>()
       b0:
        %0 = function f
        %1 = global log
        %2 = %1(%0)
        %3 = global app
        %4 = list ["GET"]
        %5 = %3.route("/x", methods=%4)
        %6 = %5(%2)
        global f = %6
        return nothing
      function <module>/f(a%0, b%1?, *c%2, keyword d%3, **e%4)
        @app.route
        @log
       b0:
        %5 = missing b%1
        if %5 then b1 else b2
       b1:
        b%1 = nothing
        jump b2
       b2:
        return nothing
      """);
  }
}
