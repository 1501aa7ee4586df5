package dev.slguard.iam.simulate;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.slguard.iam.evaluate.Decision;
import dev.slguard.iam.evaluate.Decision.Outcome;
import dev.slguard.iam.evaluate.Evaluator;
import dev.slguard.iam.evaluate.Request;
import dev.slguard.iam.evaluate.SessionChain;
import dev.slguard.iam.policy.Effect;
import dev.slguard.iam.policy.Glob;
import dev.slguard.iam.policy.ResourcePattern;
import dev.slguard.iam.policy.Statement;
import dev.slguard.iam.policy.TextPattern;
import dev.slguard.iam.sets.Atoms;
import dev.slguard.source.Span;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Answers {@code policy simulate}: one request with its policies as a JSON line, one decision as a JSON line. Thread-safe.
 *
 * <p>A line is {@code {"id","request":{"action","resource","resourceAccount","principal","context":{…}},
 * "identityPolicies":[…],"resourcePolicy":…,"boundary":…,"sessionPolicy":…,"scps":[[…]],"rcps":[[…]],"endpointPolicies":[…]}};
 * {@code action} may be a list, of which all are needed. Beside them {@code request} takes {@code managementAccount}, and the
 * flags {@code otherAccess}, {@code blockPublicAccess} and {@code awsManagedKey} (see {@link Request.Setting}); of a session
 * {@code chain}, the calls of AssumeRole that led to it, each {@code {"roleTags":{…},"tags":{…},"transitiveTagKeys":[…],
 * "durationSeconds","sourceIdentity"}}, and of AssumeRole itself {@code durationSeconds} (see {@link SessionChain}). A policy written as
 * the text {@code "unknown"} is there, but what it says is not known: that of a VPC endpoint, mostly.
 *
 * <p>The answer is {@code {"id","decision","by":[{"policy","sid","effect"}]}}; for a pattern of resources it has
 * {@code "some"} and {@code "all"} beside, each a decision; for a line that cannot be read {@code "error"}.
 */
public final class Simulator {
  private final Gson gson = new GsonBuilder().disableHtmlEscaping().create();

  /** The answer to {@code line}, which is the {@code number}th (1-based) of {@code file}. */
  public String answer(String line, String file, int number) {
    var answer = new JsonObject();
    try {
      JsonElement parsed = JsonParser.parseString(line);
      if (!(parsed instanceof JsonObject object)) {
        throw new SimulationInput.Refused("the line is no JSON object");
      }
      answer.add("id", object.get("id"));
      answer(object, new Span(file, number, 1, number, line.length() + 1), answer);
    } catch (SimulationInput.Refused e) {
      answer.addProperty("error", e.getMessage());
    } catch (JsonParseException _) {
      answer.addProperty("error", "the line is no JSON");
    }
    return gson.toJson(answer);
  }

  private static void answer(JsonObject line, Span at, JsonObject answer) throws SimulationInput.Refused {
    var input = new SimulationInput(line, at);
    List<String> actions = input.actions();
    boolean assumes = actions.getFirst().toLowerCase(Locale.ROOT).startsWith("sts:assumerole");
    var evaluator = new Evaluator(input.policies(assumes));
    Request request = input.request(actions.getFirst());
    String resource = request.resource().toString();
    boolean pattern = !resource.equals("*") && (resource.indexOf('*') >= 0 || resource.indexOf('?') >= 0);
    if (pattern) {
      onPattern(evaluator, request, actions, resource, at, answer);
    } else {
      Decision decision = evaluator.decideAll(request, actions);
      answer.addProperty("decision", decision.outcome().spelling());
      answer.add("by", statements(decision.by()));
      if (decision.by().isEmpty()) {
        answer.addProperty("why", decision.why());
      }
    }
  }

  /** A pattern of resources is two questions: is any of them allowed, are all of them? */
  private static void onPattern(Evaluator evaluator, Request request, List<String> actions, String resource, Span at,
      JsonObject answer) {
    Glob within = ResourcePattern.glob(TextPattern.of(resource, TextPattern.Syntax.WILDCARDS, at), false);
    Atoms atoms = Atoms.of(evaluator.resourceGlobs(request), within);
    Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
    var by = new LinkedHashSet<Statement>();
    for (Atoms.Atom atom : atoms.list()) {
      Decision decision = evaluator.decideAll(request.withResource(Glob.text(atom.witness())), actions);
      outcomes.add(decision.outcome());
      by.addAll(decision.by());
    }
    if (!atoms.isComplete() || outcomes.isEmpty()) {
      outcomes.add(Outcome.UNKNOWN);
    }
    Outcome some = first(outcomes, Outcome.ALLOWED, Outcome.UNKNOWN, Outcome.IMPLICITLY_DENIED,
        Outcome.EXPLICITLY_DENIED).orElse(Outcome.UNKNOWN);
    Outcome all = first(outcomes, Outcome.EXPLICITLY_DENIED, Outcome.IMPLICITLY_DENIED, Outcome.UNKNOWN,
        Outcome.ALLOWED).orElse(Outcome.UNKNOWN);
    answer.addProperty("decision", (some == all ? some : Outcome.UNKNOWN).spelling());
    answer.addProperty("some", some.spelling());
    answer.addProperty("all", all.spelling());
    answer.add("by", statements(List.copyOf(by)));
  }

  private static Optional<Outcome> first(Set<Outcome> among, Outcome... order) {
    for (Outcome outcome : order) {
      if (among.contains(outcome)) {
        return Optional.of(outcome);
      }
    }
    return Optional.empty();
  }

  private static JsonArray statements(List<Statement> statements) {
    var list = new JsonArray();
    for (Statement statement : statements) {
      var one = new JsonObject();
      one.addProperty("policy", statement.source().name());
      statement.sid().ifPresent(sid -> one.addProperty("sid", sid));
      one.addProperty("effect",
          statement.effect() == Effect.ALLOW ? "Allow" : statement.effect() == Effect.DENY ? "Deny" : "Unknown");
      if (!list.contains(one)) {
        list.add(one);
      }
    }
    return list;
  }
}
