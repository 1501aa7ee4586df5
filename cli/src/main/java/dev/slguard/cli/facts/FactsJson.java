package dev.slguard.cli.facts;

import com.google.gson.stream.JsonWriter;
import dev.slguard.iam.policy.PatternList;
import dev.slguard.iam.policy.Statement;
import dev.slguard.iam.policy.TextPattern;
import dev.slguard.model.Code;
import dev.slguard.model.ConditionSet;
import dev.slguard.model.Trigger;
import dev.slguard.model.Value;
import dev.slguard.source.Span;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The facts for scripts: {@code {"version":1,"functions":[…],"stateMachines":[…]}}. */
public final class FactsJson {
  private final JsonWriter json;
  private final String prefix;

  /** Writes to {@code out}; {@code prefix} leads from the working directory to the root. */
  public FactsJson(Writer out, String prefix) {
    this.json = new JsonWriter(out);
    json.setIndent("  ");
    this.prefix = prefix;
  }

  /** Writes every function and state machine. */
  public void print(List<FunctionFacts> functions, List<MachineFacts> machines) throws IOException {
    json.beginObject().name("version").value(1).name("functions").beginArray();
    for (FunctionFacts facts : functions) {
      function(facts);
    }
    json.endArray().name("stateMachines").beginArray();
    for (MachineFacts facts : machines) {
      machine(facts);
    }
    json.endArray().endObject();
    json.flush();
  }

  private void machine(MachineFacts facts) throws IOException {
    json.beginObject();
    json.name("id").value(facts.machine().id());
    json.name("name").value(facts.machine().provenance().authoredId());
    json.name("deployment").value(facts.deployment().name());
    place(facts.machine().provenance().at());
    json.name("triggers").beginArray();
    for (Trigger trigger : facts.triggers()) {
      trigger(trigger);
    }
    json.endArray();
    if (facts.role().isPresent()) {
      json.name("role").value(facts.role().get());
    }
    json.name("tasks").beginArray();
    for (MachineFacts.Need need : facts.needs()) {
      json.beginObject().name("state").value(need.task().state());
      json.name("actions").beginArray();
      for (String action : need.actions()) {
        json.value(action);
      }
      json.endArray().name("on").value(FunctionFacts.shown(need.task().target()));
      place(need.task().at());
      json.endObject();
    }
    json.endArray().endObject();
  }

  private void function(FunctionFacts facts) throws IOException {
    json.beginObject();
    json.name("id").value(facts.function().id());
    json.name("name").value(facts.function().authoredId());
    json.name("deployment").value(facts.deployment().name());
    place(facts.function().resource().provenance().at());
    if (facts.function().runtime().isPresent()) {
      json.name("runtime").value(facts.function().runtime().get());
    }
    code(facts.function().code());
    json.name("environment").beginArray();
    for (String name : facts.function().environment().keySet()) {
      json.value(name);
    }
    json.endArray();
    json.name("triggers").beginArray();
    for (Trigger trigger : facts.triggers()) {
      trigger(trigger);
    }
    json.endArray();
    if (!facts.rights().isEmpty()) {
      json.name("role");
      role(facts.rights().getFirst());
    }
    if (facts.rights().size() > 1) {
      json.name("otherRoles").beginArray();
      for (FunctionFacts.Rights rights : facts.rights().subList(1, facts.rights().size())) {
        role(rights);
      }
      json.endArray();
    }
    json.endObject();
  }

  private void code(Code code) throws IOException {
    json.name("code").beginObject();
    switch (code) {
      case Code.Folder(String folder, var file, String symbol, _) -> {
        json.name("kind").value("folder").name("folder").value(prefix + folder);
        file(file);
        json.name("symbol").value(symbol);
      }
      case Code.Inline(_, String symbol, _) -> json.name("kind").value("inline").name("symbol").value(symbol);
      case Code.Image(_, var file, String symbol, _) -> {
        json.name("kind").value("image").name("file").value(file.map(found -> prefix + found).orElse(null));
        json.name("symbol").value(symbol);
      }
      case Code.Missing(String why, _) -> json.name("kind").value("missing").name("why").value(why);
    }
    json.name("at").beginObject();
    place(code.at());
    json.endObject();
    json.endObject();
  }

  private void file(Optional<String> file) throws IOException {
    json.name("file");
    if (file.isPresent()) {
      json.value(prefix + file.get());
    } else {
      json.nullValue();
    }
  }

  private void trigger(Trigger trigger) throws IOException {
    json.beginObject();
    json.name("shape").value(word(trigger.shape()));
    if (trigger.route().isPresent()) {
      json.name("method").value(trigger.route().get().method()).name("path").value(trigger.route().get().path());
      json.name("api").value(trigger.route().get().api());
    }
    if (trigger.source().isPresent()) {
      json.name("source").value(trigger.source().get());
    }
    json.name("authorization").value(word(trigger.authorization().kind()));
    json.name("exposure").value(word(trigger.exposure()));
    if (!trigger.conditions().isAlways()) {
      json.name("when").value(trigger.conditions().describe());
    }
    place(trigger.at());
    json.endObject();
  }

  private void role(FunctionFacts.Rights rights) throws IOException {
    json.beginObject();
    json.name("id").value(rights.role().id());
    if (!rights.conditions().isAlways()) {
      json.name("when").value(rights.conditions().describe());
    }
    place(rights.role().resource().provenance().at());
    json.name("managed").beginArray();
    for (Value managed : rights.role().managed()) {
      json.value(FunctionFacts.shown(managed));
    }
    json.endArray();
    json.name("statements").beginArray();
    for (Statement statement : rights.statements()) {
      json.beginObject();
      json.name("effect").value(word(statement.effect()));
      patterns(statement.actions(), "actions", "notActions");
      if (statement.resources().isPresent()) {
        patterns(statement.resources().get(), "resources", "notResources");
      }
      json.name("conditional").value(!statement.conditions().isEmpty());
      ConditionSet when = rights.when(statement);
      if (!when.isAlways()) {
        json.name("when").value(when.describe());
      }
      place(statement.at());
      json.endObject();
    }
    json.endArray().endObject();
  }

  private void patterns(PatternList list, String name, String negatedName) throws IOException {
    json.name(list.negated() ? negatedName : name).beginArray();
    for (TextPattern pattern : list.items()) {
      json.value(pattern.text());
    }
    json.endArray();
  }

  private void place(Span at) throws IOException {
    json.name("file").value(prefix + at.file()).name("line").value(at.line());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
