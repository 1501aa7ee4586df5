package dev.slguard.code.library;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What one language's libraries do, by path: {@code os.system}, {@code java.sql.Statement.execute},
 * {@code @aws-sdk/client-s3.S3Client}. The members of a type or module follow a dot; an instance has the path of its
 * type, a constructor that of the type itself. Containers and texts of every language have the types {@code list},
 * {@code map}, {@code set}, {@code text}, {@code function} and {@code buffer}. Thread-safe.
 */
public final class Library {
  /** Stands for every injection category. */
  public static final String ALL = "all";
  /** Stands for no category: a sanitizer that only leaves tags. */
  public static final String NOTHING = "nothing";
  private static final int DEPTH = 12;

  private final String language;
  private final Map<String, CallModel> exact;
  private final Map<String, CallModel> anyMember;
  private final Map<String, CallModel> anyReceiver;
  private final Map<String, List<LibraryBuilder.Spanning>> spanning;
  private final Map<String, List<String>> supertypes;
  private final Map<String, String> constants;
  private final Map<String, List<String>> protocols;
  private final Convention convention;
  private final Set<String> falsy;
  private final List<SecretNames> secretNames;
  private final List<HandlerStyle> handlers;
  private final List<Runner> runners;
  private final Map<String, List<Setting>> settings;
  private final Map<String, CallModel> found = new ConcurrentHashMap<>();

  Library(LibraryBuilder builder) {
    language = builder.language;
    exact = Map.copyOf(builder.exact);
    anyMember = Map.copyOf(builder.anyMember);
    anyReceiver = Map.copyOf(builder.anyReceiver);
    spanning = Map.copyOf(builder.spanning);
    supertypes = Map.copyOf(builder.supertypes);
    handlers = List.copyOf(builder.handlers);
    runners = List.copyOf(builder.runners);
    settings = Map.copyOf(builder.settings);
    constants = Map.copyOf(builder.constants);
    convention = builder.convention;
    falsy = Set.copyOf(builder.falsy);
    protocols = Map.copyOf(builder.protocols);
    secretNames = List.copyOf(builder.secretNames);
  }

  /** The language these models are for. */
  public String language() {
    return language;
  }

  /** All that is known of {@code path}, its supertypes' members included; {@link CallModel#NOTHING} if that is nothing. */
  public CallModel call(String path) {
    CallModel known = found.get(path);
    if (known == null) {
      known = find(path, DEPTH);
      found.put(path, known);
    }
    return known;
  }

  /** What is known of a member of that name whatever it belongs to: the last resort for receivers of unknown type. */
  public CallModel member(String name) {
    return anyReceiver.getOrDefault(name, CallModel.NOTHING);
  }

  /** What is known of reading elements of the value at {@code path}; models of any member say nothing of that. */
  public CallModel element(String path) {
    CallModel model = exact.getOrDefault(path + ".[]", CallModel.NOTHING);
    for (String supertype : supertypes(path)) {
      model = model.and(exact.getOrDefault(supertype + ".[]", CallModel.NOTHING));
    }
    return model;
  }

  private CallModel find(String path, int depth) {
    CallModel model = exact.getOrDefault(path, CallModel.NOTHING);
    int dot = path.lastIndexOf('.');
    if (depth > 0) {
      for (String supertype : supertypes.getOrDefault(path, List.of())) {
        model = find(supertype, depth - 1).and(model);
      }
    }
    if (dot <= 0) {
      return model;
    }
    String owner = path.substring(0, dot);
    model = model.and(anyMember.getOrDefault(owner, CallModel.NOTHING));
    model = model.and(spanning(path, path.substring(dot + 1))).and(spanning(path, "*"));
    if (depth > 0) {
      for (String supertype : supertypes(owner)) {
        model = model.and(find(supertype + path.substring(dot), depth - 1));
      }
    }
    return model;
  }

  private CallModel spanning(String path, String name) {
    CallModel model = CallModel.NOTHING;
    for (LibraryBuilder.Spanning each : spanning.getOrDefault(name, List.of())) {
      model = path.startsWith(each.prefix()) ? model.and(each.model()) : model;
    }
    return model;
  }

  /** How handlers look that no template names. */
  public Convention convention() {
    return convention;
  }

  /** How frameworks call the code of a project. */
  public List<HandlerStyle> handlers() {
    return handlers;
  }

  /** The settings called {@code name} that do harm. */
  public List<Setting> settings(String name) {
    return settings.getOrDefault(name, List.of());
  }

  /** The framework's handler of the class {@code type}; empty for a class that no model knows as one. */
  public Optional<Runner> runner(String type) {
    return runners.stream().filter(runner -> runner.handlers().contains(type)).findFirst();
  }

  /** The supertypes of {@code type} as far as stated, nearest first; a module's alias counts as one. */
  public List<String> supertypes(String type) {
    List<String> direct = supertypes.get(type);
    if (direct != null) {
      return direct;
    }
    int dot = type.lastIndexOf('.');
    if (dot <= 0) {
      return List.of();
    }
    List<String> above = new ArrayList<>();
    for (String supertype : supertypes.getOrDefault(type.substring(0, dot) + ".*", List.of())) {
      above.add(supertype.endsWith(".*")
          ? supertype.substring(0, supertype.length() - 1) + type.substring(dot + 1)
          : supertype);
    }
    List<String> ofOwner = supertypes.getOrDefault(type.substring(0, dot), List.of());
    for (String supertype : ofOwner) {
      above.add(supertype + type.substring(dot));
    }
    return above;
  }

  /** Whether {@code path} is a type of which supertypes are stated, not a member of one. */
  public boolean isType(String path) {
    return supertypes.containsKey(path)
        || path.lastIndexOf('.') > 0 && supertypes.containsKey(path.substring(0, path.lastIndexOf('.')) + ".*");
  }

  /** Whether {@code type} is {@code wanted} or one of its subtypes. */
  public boolean isA(String type, String wanted) {
    var seen = new LinkedHashSet<String>();
    var pending = new ArrayList<>(List.of(type));
    while (!pending.isEmpty() && seen.size() < 50) {
      String next = pending.removeLast();
      if (next.equals(wanted)) {
        return true;
      }
      if (seen.add(next)) {
        pending.addAll(supertypes(next));
      }
    }
    return false;
  }

  /**
   * The methods of an instance that the language or the runtime calls for {@code what}: {@code call} it, read an
   * {@code item} or a {@code member} that it lacks, {@code handle} an event; the first that it has counts. The members in
   * which every error has what it is {@code told}.
   */
  public List<String> protocol(String what) {
    return protocols.getOrDefault(what, List.of());
  }

  /** Texts that are false in a condition, as constants print. */
  public boolean isFalsy(String constant) {
    return falsy.contains(constant);
  }

  /** Whether the field or environment variable {@code name} holds a secret by its name. */
  public boolean namesSecret(String name, boolean environment) {
    return namesSecret(name, environment ? SecretNames.Of.ENVIRONMENT : SecretNames.Of.FIELDS);
  }

  /** Whether a thing of the kind {@code of} that is called {@code name} is a secret by its name. */
  public boolean namesSecret(String name, SecretNames.Of of) {
    return secretNames.stream().anyMatch(names -> names.of() == of && names.holds(name));
  }

  /** Whether the member {@code name} of a secret is no secret itself. */
  public boolean isHarmlessMember(String name) {
    String plain = SecretNames.plain(name);
    return secretNames.stream()
        .anyMatch(names -> names.of() != SecretNames.Of.ERRORS && names.harmless().contains(plain));
  }

  /** Whether the member {@code name} of an error tells nothing of how the program works. */
  public boolean isHarmlessOfError(String name) {
    String plain = SecretNames.plain(name);
    return secretNames.stream()
        .anyMatch(names -> names.of() == SecretNames.Of.ERRORS && names.harmless().contains(plain));
  }

  /** The text of the constant at {@code path}: the separator of paths, of lines. */
  public Optional<String> constant(String path) {
    String own = constants.get(path);
    int dot = path.lastIndexOf('.');
    if (own != null || dot <= 0) {
      return Optional.ofNullable(own);
    }
    for (String supertype : supertypes(path.substring(0, dot))) {
      String inherited = constants.get(supertype + path.substring(dot));
      if (inherited != null) {
        return Optional.of(inherited);
      }
    }
    return Optional.empty();
  }

  /** An empty library. */
  public static Library empty(String language) {
    return new LibraryBuilder(language).build();
  }
}
