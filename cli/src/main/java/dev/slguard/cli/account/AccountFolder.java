package dev.slguard.cli.account;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonWriter;
import dev.slguard.iam.account.Account;
import dev.slguard.iam.account.AccountIdentity;
import dev.slguard.iam.account.AccountIdentity.Kind;
import dev.slguard.iam.account.AccountIdentity.Part;
import dev.slguard.iam.account.AccountPolicy;
import dev.slguard.iam.account.AccountReader;
import dev.slguard.iam.account.LastAccessed;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Writes an {@link Account} as a folder of JSON files that {@link AccountReader} reads. The same account gives the same bytes.
 * What an earlier pull wrote and this account does not hold is removed.
 */
public final class AccountFolder {
  private static final Gson JSON = new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

  private final Path folder;

  /** At {@code folder}, which need not exist. */
  public AccountFolder(Path folder) {
    this.folder = folder;
  }

  /** Whether it is empty, missing, or of an earlier pull: something else is not to be written over. */
  public boolean isFree() throws IOException {
    if (!Files.exists(folder)) {
      return true;
    }
    if (!Files.isDirectory(folder)) {
      return false;
    }
    if (Files.isRegularFile(folder.resolve(AccountReader.INDEX))) {
      String index = Files.readString(folder.resolve(AccountReader.INDEX), StandardCharsets.ISO_8859_1);
      return index.contains("\"slguard\":");
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children.findAny().isEmpty();
    }
  }

  /** Writes {@code account}. */
  public void write(Account account) throws IOException {
    SortedMap<String, String> files = files(account);
    for (String name : files.keySet()) {
      Path file = folder.resolve(name);
      Files.createDirectories(Optional.ofNullable(file.getParent()).orElse(folder));
      Files.writeString(file, files.get(name));
    }
    removeOthers(files.keySet());
  }

  private void removeOthers(Set<String> kept) throws IOException {
    var places = new ArrayList<String>(List.of(AccountReader.POLICIES));
    for (Kind kind : Kind.values()) {
      places.add(kind.folder());
    }
    for (String place : places) {
      if (!Files.isDirectory(folder.resolve(place))) {
        continue;
      }
      List<Path> children;
      try (Stream<Path> all = Files.list(folder.resolve(place))) {
        children = all.filter(child -> child.toString().endsWith(".json")).sorted().toList();
      }
      for (Path child : children) {
        if (!kept.contains(place + '/' + child.getFileName())) {
          Files.delete(child);
        }
      }
    }
  }

  /** Text by path. */
  static SortedMap<String, String> files(Account account) throws IOException {
    var files = new TreeMap<String, String>();
    files.put(AccountReader.INDEX, index(account));
    for (Kind kind : Kind.values()) {
      var taken = new HashSet<String>();
      for (AccountIdentity identity : account.identities(kind).values()) {
        files.put(kind.folder() + '/' + fileName(identity.name(), taken), identity(identity));
      }
    }
    var taken = new HashSet<String>();
    for (AccountPolicy policy : account.policies().values()) {
      files.put(AccountReader.POLICIES + '/' + fileName(policy.name(), taken), policy(policy));
    }
    return files;
  }

  /**
   * IAM's names are letters, digits and {@code +=,.@_-}, unique whatever their case; anything else, and what a file system
   * takes in a way of its own, is escaped.
   */
  private static String fileName(String name, Set<String> taken) {
    var text = new StringBuilder();
    for (int i = 0; i < name.length() && text.length() < 150; i++) {
      char c = name.charAt(i);
      boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "+=,@_-".indexOf(c) >= 0
          || c == '.' && i > 0;
      text.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "%%%04X", (int) c));
    }
    String base = text.toString();
    String free = base;
    for (int i = 2; !taken.add(free.toLowerCase(Locale.ROOT)); i++) {
      free = base + '~' + i;
    }
    return free + ".json";
  }

  private static String index(Account account) throws IOException {
    return object(json -> {
      json.name("slguard").value(AccountReader.VERSION);
      text(json, "account", account.id());
      json.name("asOf").value(account.asOf().toString());
      json.name("scope").value(account.scope());
      texts(json, "problems", account.problems());
    });
  }

  private static String policy(AccountPolicy policy) throws IOException {
    return object(json -> {
      json.name("name").value(policy.name());
      json.name("arn").value(policy.arn());
      json.name("version").value(policy.version());
      json.name("document");
      document(json, policy.document());
    });
  }

  private static String identity(AccountIdentity identity) throws IOException {
    return object(json -> {
      json.name("name").value(identity.name());
      json.name("arn").value(identity.arn());
      text(json, "created", identity.created().map(LocalDate::toString));
      if (!identity.editable()) {
        json.name("editable").value(false);
      }
      if (identity.trust().isPresent()) {
        json.name("trust");
        document(json, identity.trust().get());
      }
      if (!identity.inline().isEmpty()) {
        json.name("inline").beginObject();
        for (var entry : identity.inline().entrySet()) {
          json.name(entry.getKey());
          document(json, entry.getValue());
        }
        json.endObject();
      }
      texts(json, "managed", identity.managed());
      text(json, "boundary", identity.boundary());
      texts(json, "groups", identity.groups());
      if (identity.stack().isPresent()) {
        json.name("stack").beginObject().name("name").value(identity.stack().get().stack());
        json.name("logicalId").value(identity.stack().get().logicalId()).endObject();
      }
      if (identity.lastAccessed().isPresent()) {
        lastAccessed(json, identity.lastAccessed().get());
      }
      texts(json, "missing", identity.missing().stream().map(Part::key).sorted().toList());
    });
  }

  private static void lastAccessed(JsonWriter json, LastAccessed report) throws IOException {
    json.name("lastAccessed").beginObject().name("since").value(report.since().toString());
    json.name("services").beginObject();
    for (var service : report.services().entrySet()) {
      json.name(service.getKey()).beginObject();
      text(json, "last", service.getValue().last().map(LocalDate::toString));
      if (!service.getValue().actions().isEmpty()) {
        json.name("actions").beginObject();
        for (var action : service.getValue().actions().entrySet()) {
          json.name(action.getKey());
          if (action.getValue().isPresent()) {
            json.value(action.getValue().get().toString());
          } else {
            json.nullValue();
          }
        }
        json.endObject();
      }
      json.endObject();
    }
    json.endObject().endObject();
  }

  /** Writes the members of an object. */
  private interface Members {
    void write(JsonWriter json) throws IOException;
  }

  private static String object(Members members) throws IOException {
    var text = new StringWriter();
    try (var json = new JsonWriter(text)) {
      json.setIndent("  ");
      json.setHtmlSafe(false);
      json.beginObject();
      members.write(json);
      json.endObject();
    }
    return text.append('\n').toString();
  }

  private static void text(JsonWriter json, String name, Optional<String> text) throws IOException {
    if (text.isPresent()) {
      json.name(name).value(text.get());
    }
  }

  private static void texts(JsonWriter json, String name, Collection<String> texts) throws IOException {
    if (!texts.isEmpty()) {
      json.name(name).beginArray();
      for (String text : texts) {
        json.value(text);
      }
      json.endArray();
    }
  }

  /** As it was written in the account, laid out; a text that is no JSON as a text. */
  private static void document(JsonWriter json, String document) throws IOException {
    try {
      JSON.toJson(JsonParser.parseString(document), json);
    } catch (JsonParseException _) {
      json.value(document);
    }
  }
}
