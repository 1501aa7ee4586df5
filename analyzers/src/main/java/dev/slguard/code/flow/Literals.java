package dev.slguard.code.flow;

import dev.slguard.code.ir.Argument;
import dev.slguard.code.ir.Block;
import dev.slguard.code.ir.Callee;
import dev.slguard.code.ir.Constant;
import dev.slguard.code.ir.Instruction;
import dev.slguard.code.ir.Local;
import dev.slguard.code.ir.Operand;
import dev.slguard.code.ir.Routine;
import dev.slguard.code.ir.SourceModule;
import dev.slguard.code.library.Label;
import dev.slguard.code.library.Level;
import dev.slguard.code.library.Library;
import dev.slguard.code.library.Part;
import dev.slguard.code.library.SecretNames;
import dev.slguard.code.library.SecretTexts;
import dev.slguard.code.library.Setting;
import dev.slguard.code.library.Trust;
import dev.slguard.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Secrets among the texts written in modules, whatever becomes of them: those of a known format anywhere, others under a
 * name that says what they are; and settings that do harm. A module is searched once, when the first entry point that reaches it asks.
 */
final class Literals {
  /** The category of secrets written in code. */
  static final String CATEGORY = "hardcoded-secret";
  private static final int LONG_ENOUGH = 6;

  private final SecretTexts secrets;
  private final boolean wanted;
  private final Map<String, Found> found = new HashMap<>();

  /**
   * What stands in one module.
   *
   * @param places where texts are written
   */
  private record Found(Set<Hit> hits, Map<String, List<Span>> places) {}

  Literals(SecretTexts secrets, boolean wanted) {
    this.secrets = secrets;
    this.wanted = wanted;
  }

  SecretTexts secrets() {
    return secrets;
  }

  /** The secrets written in {@code module}. */
  Set<Hit> hits(SourceModule module, Library library) {
    return wanted ? found(module, library).hits() : Set.of();
  }

  /** Where {@code text} is written in {@code module}: in the line of its use {@code at} if it is, else first. */
  Optional<Span> place(SourceModule module, Library library, String text, Span at) {
    List<Span> places = found(module, library).places().getOrDefault(text, List.of());
    return places.stream().filter(place -> place.line() == at.line()).findFirst().or(() -> places.stream().findFirst());
  }

  private Found found(SourceModule module, Library library) {
    Found known = found.get(module.path());
    if (known == null) {
      known = new Found(new LinkedHashSet<>(), new HashMap<>());
      found.put(module.path(), known);
      new Search(library, known).routine(module.body());
    }
    return known;
  }

  /** A secret as the source of a flow: no more of it than {@link SecretTexts#masked} shows. */
  static Hit hit(String text, String sinkName, Level weight, Span at) {
    var origin = new Origin.Point(Label.LITERAL, Trust.SERVICE, SecretTexts.masked(text), at);
    Level grade = SecretTexts.isExample(text) ? Level.LOW : weight;
    return new Hit(CATEGORY, grade, sinkName, at, Taint.at(origin, Trace.EMPTY), Part.ANY);
  }

  private final class Search {
    private final Library library;
    private final Found into;
    /** Texts that stand in for a missing value, by the temporary that holds either. */
    private final Map<Integer, String> fallbacks = new HashMap<>();

    Search(Library library, Found into) {
      this.library = library;
      this.into = into;
    }

    void routine(Routine routine) {
      Map<Integer, String> ofOuter = Map.copyOf(fallbacks);
      fallbacks.clear();
      for (Block block : routine.blocks()) {
        block.instructions().forEach(this::standIn);
      }
      for (Block block : routine.blocks()) {
        for (Instruction instruction : block.instructions()) {
          instruction(routine, instruction);
        }
      }
      fallbacks.clear();
      fallbacks.putAll(ofOuter);
    }

    private void standIn(Instruction instruction) {
      if (instruction instanceof Instruction.Copy(Local(int target), Constant.Text(String text), Optional<Span> at)
          && at.isEmpty()) {
        fallbacks.put(target, text);
      }
    }

    private void instruction(Routine routine, Instruction instruction) {
      if (instruction instanceof Instruction.Set(_, Constant.Text(String name), Constant value, _, Span at)) {
        setting(name, value, at);
      }
      switch (instruction) {
        case Instruction.Copy(var target, Local(int source), Optional<Span> at) when at.isPresent() ->
          fallback(routine.variable(target).name(), source, at.get());
        case Instruction.SetGlobal(String name, Local(int source), Span at) -> fallback(name, source, at);
        case Instruction.Set(_, Constant.Text(String name), Local(int source), _, Span at) ->
          fallback(name, source, at);
        case Instruction.MakeClosure(_, Routine inner, _) -> routine(inner);
        case Instruction.MakeClass it -> it.definition().methods().forEach(this::routine);
        case Instruction.Copy(var target, Constant.Text(String text), Optional<Span> at) when at.isPresent() ->
          named(routine.variable(target).name(), text, at.get());
        case Instruction.SetGlobal(String name, Constant.Text(String text), Span at) -> named(name, text, at);
        case Instruction.Set(_, Constant.Text(String name), Constant.Text(String text), _, Span at) ->
          named(name, text, at);
        case Instruction.MakeMap(_, var entries, _) -> entries.forEach(this::entry);
        case Instruction.Call(_, Callee callee, var arguments, _) -> call(callee, arguments);
        case Instruction.Concat(_, var parts, Span at) -> parts.forEach(part -> other(part, at));
        case Instruction.MakeList(_, _, var items, _) -> items.forEach(item -> other(item.value(), item.at()));
        case Instruction.Operation(_, _, var operands, Span at) -> operands.forEach(operand -> other(operand, at));
        case Instruction.Set(_, _, Operand value, _, Span at) -> other(value, at);
        case Instruction.ReplaceExports(Operand value, Span at) -> other(value, at);
        case Instruction.Cast(_, Operand value, _, Span at) -> other(value, at);
        case Instruction.Copy _,Instruction.SetGlobal _,Instruction.GetGlobal _,Instruction.Import _,Instruction.ImportAll _,Instruction.Exports _,Instruction.ExportAll _,Instruction.Get _,Instruction.Delete _,Instruction.Element _,Instruction.Await _,Instruction.Yield _,Instruction.Caught _ ->
          {
          }
      }
    }

    private void entry(Instruction.Entry entry) {
      if (entry.key() instanceof Constant.Text(String name) && entry.value() instanceof Constant value) {
        setting(name, value, entry.at());
      }
      if (entry.key() instanceof Constant.Text(String name) && entry.value() instanceof Local(int source)) {
        fallback(name, source, entry.at());
      }
      if (entry.value() instanceof Constant.Text(String text)) {
        named(entry.key() instanceof Constant.Text(String name) ? name : "", text, entry.at());
      }
    }

    private void fallback(String name, int source, Span at) {
      String text = fallbacks.getOrDefault(source, "");
      if (library.namesSecret(name, SecretNames.Of.LITERALS) && secrets.isSecret(text)) {
        into.hits().add(hit(text, name, Level.LOW, at));
      }
    }

    private void setting(String name, Constant value, Span at) {
      for (Setting setting : library.settings(name)) {
        String spelled = Conditions.spelled(value);
        if (setting.values().contains(spelled)) {
          var origin = new Origin.Point(Label.LITERAL, Trust.SERVICE, name + ": " + spelled, at);
          String note = setting.note().isEmpty() ? name : setting.note();
          into.hits()
              .add(new Hit(setting.category(), setting.weight(), note, at, Taint.at(origin, Trace.EMPTY), Part.ANY));
        }
      }
    }

    private void call(Callee callee, List<Argument> arguments) {
      Optional<String> setter = callee instanceof Callee.Method(_, String name) && arguments.size() == 1
          ? Optional.of(set(name))
          : Optional.empty();
      for (Argument argument : arguments) {
        if (argument.kind() == Argument.Kind.KEYWORD && argument.value() instanceof Constant value) {
          setting(argument.name(), value, argument.at());
        }
        if (argument.value() instanceof Constant.Text(String text)) {
          String name = argument.kind() == Argument.Kind.KEYWORD ? argument.name() : setter.orElse("");
          named(name, text, argument.at());
        }
      }
    }

    /** The name of what a method sets; empty for one that does something else. */
    private static String set(String method) {
      for (String prefix : List.of("set", "with")) {
        if (method.startsWith(prefix) && method.length() > prefix.length()
            && Character.isUpperCase(method.charAt(prefix.length()))) {
          return method.substring(prefix.length());
        }
      }
      boolean verb = method.startsWith("get") || method.startsWith("read") || method.startsWith("is");
      return verb ? "" : method;
    }

    private void other(Operand operand, Span at) {
      if (operand instanceof Constant.Text(String text)) {
        named("", text, at);
      }
    }

    private void named(String name, String text, Span at) {
      if (text.length() < LONG_ENOUGH) {
        return;
      }
      into.places().computeIfAbsent(text, _ -> new ArrayList<>()).add(at);
      Optional<String> format = secrets.format(text);
      if (format.isPresent()) {
        into.hits().add(hit(text, format.get(), Level.HIGH, at));
      } else if (!name.isEmpty() && library.namesSecret(name, SecretNames.Of.LITERALS) && secrets.isSecret(text)) {
        into.hits().add(hit(text, name, Level.MEDIUM, at));
      }
    }
  }
}
