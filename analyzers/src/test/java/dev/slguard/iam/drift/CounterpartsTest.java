package dev.slguard.iam.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slguard.iam.Documents;
import dev.slguard.iam.account.Account;
import dev.slguard.iam.account.AccountIdentity;
import dev.slguard.iam.account.AccountIdentity.StackMark;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CounterpartsTest {
  private static AccountIdentity role(String name, Optional<StackMark> mark) {
    return new AccountIdentity(AccountIdentity.Kind.ROLE, name, "arn:aws:iam::111122223333:role/" + name,
        Optional.empty(), true, Optional.empty(), new TreeMap<>(), new TreeSet<>(), Optional.empty(), new TreeSet<>(),
        mark, Optional.empty(), Set.of());
  }

  private static List<String> found(String id, String properties, Optional<String> stack, AccountIdentity... there) {
    var roles = new TreeMap<String, AccountIdentity>();
    for (AccountIdentity role : there) {
      roles.put(role.name(), role);
    }
    var account = new Account(Optional.of("111122223333"), LocalDate.of(2026, 11, 20), roles, new TreeMap<>(),
        new TreeMap<>(), new TreeMap<>(), "all roles", List.of());
    var role = Documents.deployment("{\"" + id + "\":{\"Type\":\"AWS::IAM::Role\"" + properties + "}}").roles()
        .getFirst();
    return new Counterparts(account, stack).of(role).stream().map(AccountIdentity::name).toList();
  }

  @Test
  void a_written_name_is_the_role_of_that_name() {
    assertThat(found("R", ",\"RoleName\":\"orders\"", Optional.empty(), role("orders", Optional.empty()),
        role("x-R-1A2B3C4D5E6F", Optional.empty()))).containsExactly("orders");
  }

  @Test
  void a_name_with_holes_fits_by_its_known_parts() {
    assertThat(found("R", ",\"RoleName\":{\"Join\":[\"orders-\",{\"Ref\":\"Stage\"},\"-worker\"]}", Optional.empty(),
        role("orders-dev-worker", Optional.empty()), role("orders-worker", Optional.empty())))
        .containsExactly("orders-dev-worker");
  }

  @Test
  void a_name_of_which_nothing_is_known_fits_nothing() {
    assertThat(found("R", ",\"RoleName\":{\"Ref\":\"Name\"}", Optional.empty(), role("orders", Optional.empty())))
        .isEmpty();
  }

  @Test
  void a_made_name_holds_stack_logical_id_and_suffix() {
    AccountIdentity[] there = {role("dev-FnRole-1A2B3C4D5E6F", Optional.empty()),
        role("prod-FnRole-AbCdEfGhIjKl", Optional.empty()), role("dev-OtherFnRole-1A2B3C4D5E6F", Optional.empty()),
        role("FnRole-1A2B3C4D5E6F", Optional.empty()), role("dev-FnRole-short", Optional.empty())};
    assertThat(found("FnRole", "", Optional.empty(), there)).containsExactly("dev-FnRole-1A2B3C4D5E6F",
        "prod-FnRole-AbCdEfGhIjKl");
    assertThat(found("FnRole", "", Optional.of("prod"), there)).containsExactly("prod-FnRole-AbCdEfGhIjKl");
  }

  @Test
  void a_long_made_name_is_cut() {
    String id = "ExportEverythingToTheWarehouseFunctionRole";
    String name = "a-rather-long-stack-name-" + id.substring(0, 24) + "-1A2B3C4D5E6F";
    assertThat(found(id, "", Optional.empty(), role(name, Optional.empty()))).containsExactly(name);
    assertThat(found(id, "", Optional.of("a-rather-long-stack-name-that-goes-on"), role(name, Optional.empty())))
        .containsExactly(name);
  }

  @Test
  void the_marks_of_cloudformation_win_over_names() {
    assertThat(found("FnRole", "", Optional.empty(),
        role("dev-FnRole-1A2B3C4D5E6F", Optional.of(new StackMark("dev", "SomethingElse"))),
        role("odd", Optional.of(new StackMark("dev", "FnRole"))))).containsExactly("odd");
  }
}
