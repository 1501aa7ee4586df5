package dev.slguard.cli.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slguard.iam.account.Account;
import dev.slguard.iam.account.AccountIdentity;
import dev.slguard.iam.account.AccountIdentity.Kind;
import dev.slguard.iam.account.AccountIdentity.Part;
import dev.slguard.iam.account.AccountIdentity.StackMark;
import dev.slguard.iam.account.AccountPolicy;
import dev.slguard.iam.account.AccountReader;
import dev.slguard.iam.account.LastAccessed;
import dev.slguard.iam.account.LastAccessed.ServiceUse;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Limits;
import dev.slguard.source.Root;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountFolderTest {
  private static final String DOCUMENT = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"arn:aws:s3:::<a>&b/*\"}]}";

  private static AccountIdentity identity(Kind kind, String name, boolean rich) {
    var inline = new TreeMap<String, String>();
    var services = new TreeMap<String, ServiceUse>();
    if (rich) {
      inline.put("main", DOCUMENT);
      services.put("sqs", ServiceUse.NEVER);
      var actions = new TreeMap<String, Optional<LocalDate>>();
      actions.put("ListBuckets", Optional.empty());
      actions.put("CreateBucket", Optional.of(LocalDate.of(2026, 2, 3)));
      services.put("s3", new ServiceUse(Optional.of(LocalDate.of(2026, 3, 4)), actions));
    }
    return new AccountIdentity(kind, name, "arn:aws:iam::111122223333:" + kind + "/" + name,
        rich ? Optional.of(LocalDate.of(2025, 1, 2)) : Optional.empty(), rich,
        rich && kind == Kind.ROLE ? Optional.of(DOCUMENT) : Optional.empty(), inline,
        new TreeSet<>(rich ? Set.of("arn:aws:iam::aws:policy/ReadOnlyAccess") : Set.of()),
        rich ? Optional.of("arn:aws:iam::111122223333:policy/edge") : Optional.empty(),
        new TreeSet<>(kind == Kind.USER ? Set.of("staff") : Set.of()),
        rich ? Optional.of(new StackMark("shop", "R")) : Optional.empty(),
        rich ? Optional.of(new LastAccessed(LocalDate.of(2025, 10, 21), services)) : Optional.empty(),
        rich ? Set.of() : Set.of(Part.INLINE, Part.LAST_ACCESSED));
  }

  private static Account account(List<String> names) {
    var roles = new TreeMap<String, AccountIdentity>();
    var users = new TreeMap<String, AccountIdentity>();
    var groups = new TreeMap<String, AccountIdentity>();
    var policies = new TreeMap<String, AccountPolicy>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      roles.put(name, identity(Kind.ROLE, name, i % 2 == 0));
      users.put(name, identity(Kind.USER, name, i % 2 == 1));
      groups.put(name, identity(Kind.GROUP, name, i % 3 == 0));
      policies.put("arn:" + name, new AccountPolicy(name, "arn:" + name, "v" + i, DOCUMENT));
    }
    return new Account(Optional.of("111122223333"), LocalDate.of(2026, 11, 20), roles, users, groups, policies,
        "all roles", names.isEmpty() ? List.of("role 'x' does not exist") : List.of());
  }

  @Provide
  Arbitrary<List<String>> names() {
    Arbitrary<String> usual = Arbitraries.strings().withChars("aAbB0+=,.@_-").ofMinLength(1).ofMaxLength(8);
    Arbitrary<String> odd = Arbitraries.of("..", ".", "a/b", "../../x", "con", "CON", "a\u0000b", "ä", "%41", "\n",
        "x".repeat(500));
    return Combinators.combine(usual.list().ofMaxSize(4), odd.list().ofMaxSize(2))
        .as((a, b) -> Stream.concat(a.stream(), b.stream()).distinct().toList());
  }

  @Property(tries = 150)
  void what_is_written_is_read_again(@ForAll("names") List<String> names) throws IOException {
    Path folder = Files.createTempDirectory("slguard-account");
    try {
      Account account = account(names);
      new AccountFolder(folder).write(account);
      var diagnostics = new Diagnostics();
      Account again = AccountReader.read(new Root(folder, Limits.DEFAULT), diagnostics);
      assertThat(again.roles()).usingRecursiveComparison().isEqualTo(account.roles());
      assertThat(again.users().keySet()).isEqualTo(account.users().keySet());
      assertThat(again.groups().keySet()).isEqualTo(account.groups().keySet());
      assertThat(again.policies()).isEqualTo(account.policies());
      assertThat(again.problems()).isEqualTo(account.problems());
      assertThat(again.id()).isEqualTo(account.id());
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(path);
      }
    }
  }

  @Test
  void a_second_pull_removes_what_is_gone_and_writes_the_same_bytes(@TempDir Path folder) throws IOException {
    new AccountFolder(folder).write(account(List.of("a", "b")));
    assertThat(folder.resolve("roles/b.json")).exists();
    new AccountFolder(folder).write(account(List.of("a")));
    assertThat(folder.resolve("roles/b.json")).doesNotExist();
    assertThat(folder.resolve("policies/b.json")).doesNotExist();
    assertThat(AccountFolder.files(account(List.of("a", "b"))))
        .isEqualTo(AccountFolder.files(account(List.of("a", "b"))));
  }

  @Test
  void a_folder_with_something_else_in_it_is_not_free(@TempDir Path folder) throws IOException {
    assertThat(new AccountFolder(folder).isFree()).isTrue();
    assertThat(new AccountFolder(folder.resolve("new")).isFree()).isTrue();
    Files.writeString(folder.resolve("notes.txt"), "mine");
    assertThat(new AccountFolder(folder).isFree()).isFalse();
    Files.writeString(folder.resolve("index.json"), "{}");
    assertThat(new AccountFolder(folder).isFree()).isFalse();
    Files.delete(folder.resolve("notes.txt"));
    new AccountFolder(folder).write(account(List.of()));
    assertThat(new AccountFolder(folder).isFree()).isTrue();
  }

  @Test
  void names_that_differ_in_case_alone_get_files_of_their_own() throws IOException {
    assertThat(AccountFolder.files(account(List.of("A", "a")))).containsKeys("roles/A.json", "roles/a~2.json");
  }

  @Test
  void text_is_written_as_it_is() throws IOException {
    assertThat(AccountFolder.files(account(List.of("a"))).get("roles/a.json")).contains("arn:aws:s3:::<a>&b/*");
  }
}
