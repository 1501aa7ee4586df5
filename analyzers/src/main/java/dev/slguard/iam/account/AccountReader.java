package dev.slguard.iam.account;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.slguard.iam.account.AccountIdentity.Kind;
import dev.slguard.iam.account.AccountIdentity.Part;
import dev.slguard.iam.account.LastAccessed.ServiceUse;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Root;
import dev.slguard.source.SourceFile;
import dev.slguard.source.Span;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads the folder that {@code slguard policy pull} wrote: {@code index.json}, and a file for each role, user, group and
 * policy in the folder of its kind. File names say nothing: what stands inside counts. It never gives up: what cannot be read
 * becomes a diagnostic of level ERROR.
 */
public final class AccountReader {
  /** The version of the format. */
  public static final int VERSION = 1;
  /** Names the account and what was read of it. */
  public static final String INDEX = "index.json";
  /** The folder of customer-managed policies. */
  public static final String POLICIES = "policies";

  /** Four times what AWS allows in one account. */
  private static final int FILES = 20_000;
  private static final long CHARACTERS = 200_000_000;

  private final Root root;
  private final Diagnostics diagnostics;
  private int files;
  private long characters;

  private AccountReader(Root root, Diagnostics diagnostics) {
    this.root = root;
    this.diagnostics = diagnostics;
  }

  /** The account in {@code root}; {@link Account#NONE} with a diagnostic if there is no index. */
  public static Account read(Root root, Diagnostics diagnostics) {
    return new AccountReader(root, diagnostics).read();
  }

  private Account read() {
    Optional<JsonObject> index = object(INDEX);
    if (index.isEmpty()) {
      return Account.NONE;
    }
    Span at = Span.startOf(INDEX);
    if (number(index.get(), "slguard") != VERSION) {
      diagnostics.error(at,
          "the account folder is not of version " + VERSION + ", which is all that is understood; it is not used");
      return Account.NONE;
    }
    LocalDate asOf = date(member(index.get(), "asOf")).orElse(LocalDate.EPOCH);
    var problems = new TreeSet<>(texts(member(index.get(), "problems")));
    if (!problems.isEmpty()) {
      diagnostics.warning(at, "the account was not read in full on " + asOf + " (" + problems.size()
          + " problems, the first: " + problems.first() + ")");
    }
    var policies = new TreeMap<String, AccountPolicy>();
    for (JsonObject policy : objects(POLICIES)) {
      text(policy, "arn").ifPresent(arn -> policies.put(arn, new AccountPolicy(text(policy, "name").orElse(arn), arn,
          text(policy, "version").orElse(""), document(member(policy, "document")).orElse("{}"))));
    }
    return new Account(text(index.get(), "account"), asOf, identities(Kind.ROLE), identities(Kind.USER),
        identities(Kind.GROUP), policies, text(index.get(), "scope").orElse(""), List.copyOf(problems));
  }

  private SortedMap<String, AccountIdentity> identities(Kind kind) {
    var identities = new TreeMap<String, AccountIdentity>();
    for (JsonObject one : objects(kind.folder())) {
      text(one, "name").ifPresent(name -> identities.put(name, identity(kind, name, one)));
    }
    return identities;
  }

  private static AccountIdentity identity(Kind kind, String name, JsonObject one) {
    String arn = text(one, "arn").orElse("");
    var inline = new TreeMap<String, String>();
    entries(member(one, "inline"))
        .forEach((policy, document) -> document(document).ifPresent(d -> inline.put(policy, d)));
    Optional<JsonObject> stack = inside(member(one, "stack"));
    var missing = EnumSet.noneOf(Part.class);
    List<String> words = texts(member(one, "missing"));
    for (Part part : Part.values()) {
      if (words.contains(part.key())) {
        missing.add(part);
      }
    }
    return new AccountIdentity(kind, name, arn, date(member(one, "created")),
        AccountIdentity.isEditable(arn) && !isFalse(member(one, "editable")), document(member(one, "trust")), inline,
        new TreeSet<>(texts(member(one, "managed"))), text(one, "boundary"),
        new TreeSet<>(texts(member(one, "groups"))),
        stack.flatMap(mark -> text(mark, "name")
            .map(found -> new AccountIdentity.StackMark(found, text(mark, "logicalId").orElse("")))),
        inside(member(one, "lastAccessed")).flatMap(AccountReader::lastAccessed), missing);
  }

  private static Optional<LastAccessed> lastAccessed(JsonObject report) {
    var services = new TreeMap<String, ServiceUse>();
    entries(member(report, "services")).forEach((service, use) -> {
      Map<String, JsonElement> parts = entries(use);
      var actions = new TreeMap<String, Optional<LocalDate>>();
      entries(parts.getOrDefault("actions", JsonNull.INSTANCE))
          .forEach((action, last) -> actions.put(action, date(last)));
      services.put(service, new ServiceUse(date(parts.getOrDefault("last", JsonNull.INSTANCE)), actions));
    });
    return date(member(report, "since")).map(since -> new LastAccessed(since, services));
  }

  private List<JsonObject> objects(String folder) {
    return root.list(folder).stream().filter(name -> name.endsWith(".json"))
        .flatMap(name -> object(folder + '/' + name).stream()).toList();
  }

  private Optional<JsonObject> object(String path) {
    if (files > FILES || characters > CHARACTERS) {
      return Optional.empty();
    }
    if (files == FILES) {
      files++;
      diagnostics.error(Span.startOf(path),
          "the account folder holds more than " + FILES + " files; this one and those behind it are not read");
      return Optional.empty();
    }
    files++;
    Optional<SourceFile> file = root.read(path, Span.startOf(path), diagnostics);
    characters += file.map(read -> read.text().length()).orElse(0);
    if (characters > CHARACTERS) {
      diagnostics.error(Span.startOf(path), "the account folder holds more than " + CHARACTERS
          + " characters; this file and those behind it are not read");
      return Optional.empty();
    }
    return file.flatMap(this::parse);
  }

  private Optional<JsonObject> parse(SourceFile file) {
    try {
      Optional<JsonObject> object = inside(JsonParser.parseString(file.text()));
      if (object.isEmpty()) {
        diagnostics.error(Span.startOf(file.path()), "the file holds no JSON object; it is not used");
      }
      return object;
    } catch (JsonParseException e) {
      diagnostics.error(Span.startOf(file.path()), "the file is no JSON; it is not used");
      return Optional.empty();
    }
  }

  private static JsonElement member(JsonObject object, String key) {
    JsonElement element = object.get(key);
    return element == null ? JsonNull.INSTANCE : element;
  }

  private static Optional<JsonObject> inside(JsonElement element) {
    return element.isJsonObject() ? Optional.of(element.getAsJsonObject()) : Optional.empty();
  }

  private static Map<String, JsonElement> entries(JsonElement element) {
    return inside(element).map(JsonObject::asMap).orElse(Map.of());
  }

  private static Optional<String> document(JsonElement element) {
    return inside(element).map(JsonObject::toString);
  }

  private static boolean isFalse(JsonElement element) {
    return element.isJsonPrimitive() && element.getAsString().equals("false");
  }

  private static Optional<String> text(JsonObject object, String key) {
    JsonElement element = member(object, key);
    return element.isJsonPrimitive() ? Optional.of(element.getAsString()) : Optional.empty();
  }

  private static int number(JsonObject object, String key) {
    try {
      return text(object, key).map(Integer::parseInt).orElse(0);
    } catch (NumberFormatException _) {
      return 0;
    }
  }

  private static List<String> texts(JsonElement element) {
    return element.isJsonArray()
        ? element.getAsJsonArray().asList().stream().filter(JsonElement::isJsonPrimitive).map(JsonElement::getAsString)
            .toList()
        : List.of();
  }

  private static Optional<LocalDate> date(JsonElement element) {
    if (!element.isJsonPrimitive()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(element.getAsString()));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }
}
