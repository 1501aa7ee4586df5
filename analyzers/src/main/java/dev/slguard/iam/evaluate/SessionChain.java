package dev.slguard.iam.evaluate;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/**
 * How the caller came to its session, role after role, and what STS makes of that (IAM User Guide, id_roles#iam-term-role-chaining,
 * id_session-tags; STS API Reference, AssumeRole). Names of tags ignore case.
 *
 * @param calls the calls of AssumeRole that led to the caller's session, the first one made by a user or a token
 * @param duration seconds that the session asked for now is to last; empty where the request asks for none, or for the default
 */
public record SessionChain(List<Call> calls, OptionalLong duration) {
  /** Nothing is known of how the caller came to its session. */
  public static final SessionChain UNTOLD = new SessionChain(List.of(), OptionalLong.empty());

  /** Seconds that a session lasts at most if it was asked for with the keys of another one. */
  private static final long LONGEST = 3600;

  /**
   * One call of AssumeRole.
   *
   * @param roleTags tags of the role that is assumed
   * @param tags session tags that are passed
   * @param transitive keys of those that further sessions inherit
   * @param duration seconds; empty for the default
   */
  public record Call(Map<String, String> roleTags, Map<String, String> tags, List<String> transitive,
      OptionalLong duration, Optional<String> sourceIdentity) {
    public Call {
      roleTags = lower(roleTags);
      tags = lower(tags);
      transitive = transitive.stream().map(key -> key.toLowerCase(Locale.ROOT)).toList();
    }

    private static Map<String, String> lower(Map<String, String> tags) {
      var lower = new TreeMap<String, String>();
      tags.forEach((key, value) -> lower.put(key.toLowerCase(Locale.ROOT), value));
      return lower;
    }
  }

  public SessionChain {
    calls = List.copyOf(calls);
  }

  /** What a session carries into the next. */
  private static final class Baggage {
    private final Map<String, String> transitive = new LinkedHashMap<>();
    private Map<String, String> tags = Map.of();
    private Optional<String> sourceIdentity = Optional.empty();

    void take(Call call) {
      var all = new TreeMap<>(call.roleTags());
      all.putAll(call.tags());
      all.putAll(transitive);
      tags = all;
      call.transitive().forEach(key -> {
        String value = call.tags().get(key);
        if (value != null) {
          transitive.put(key, value);
        }
      });
      sourceIdentity = sourceIdentity.or(call::sourceIdentity);
    }

    /** Why STS refuses a further call with these tags, this duration and this source identity; empty if it does not. */
    Optional<String> refusal(Set<String> tagKeys, OptionalLong duration, Optional<String> identity) {
      if (duration.isPresent() && duration.getAsLong() > LONGEST) {
        return Optional.of("A role assumed with the keys of another role lasts one hour at most");
      }
      Optional<String> twice = tagKeys.stream().filter(transitive::containsKey).sorted().findFirst();
      if (twice.isPresent()) {
        return Optional
            .of("The session inherits the transitive tag '" + twice.get() + "', which cannot be passed again");
      }
      return identity.isPresent() && sourceIdentity.isPresent() && !identity.equals(sourceIdentity)
          ? Optional.of("The source identity was set by an earlier role and cannot be changed")
          : Optional.empty();
    }
  }

  /** Why no such session, or none further, can be had; empty if it can. */
  Optional<String> refusal(Request request) {
    var baggage = new Baggage();
    for (int i = 0; i < calls.size(); i++) {
      Call call = calls.get(i);
      Optional<String> refusal = i == 0
          ? Optional.empty()
          : baggage.refusal(call.tags().keySet(), call.duration(), call.sourceIdentity());
      if (refusal.isPresent()) {
        return Optional.of("Call " + (i + 1) + " of the chain fails: " + refusal.get());
      }
      baggage.take(call);
    }
    boolean chains = request.action().toString().equals("sts:assumerole")
        && (request.caller() instanceof Caller.Session || request.caller() instanceof Caller.Role);
    return chains
        ? baggage.refusal(passed(request.context()), duration, single(request.context(), "sts:SourceIdentity"))
        : Optional.empty();
  }

  /** Keys of the tags that the request passes, in lower case. */
  private static Set<String> passed(Context context) {
    var keys = new HashSet<String>();
    if (context.get("aws:TagKeys") instanceof ContextValue.Present(var values)) {
      values.forEach(value -> keys.add(value.toLowerCase(Locale.ROOT)));
    }
    String prefix = "aws:requesttag/";
    context.keys().stream().filter(key -> key.startsWith(prefix))
        .forEach(key -> keys.add(key.substring(prefix.length())));
    return keys;
  }

  private static Optional<String> single(Context context, String key) {
    return context.get(key) instanceof ContextValue.Present(var values) && values.size() == 1
        ? Optional.of(values.getFirst())
        : Optional.empty();
  }

  /** {@code context} with the tags and the source identity of the session, where the request does not give them. */
  Context complete(Context context) {
    var baggage = new Baggage();
    calls.forEach(baggage::take);
    Context complete = context;
    for (Map.Entry<String, String> tag : baggage.tags.entrySet()) {
      complete = complete.withDefault("aws:PrincipalTag/" + tag.getKey(), tag.getValue());
    }
    return baggage.sourceIdentity.isPresent()
        ? complete.withDefault("aws:SourceIdentity", baggage.sourceIdentity.get())
        : complete;
  }
}
