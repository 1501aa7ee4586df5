package dev.slguard.cli;

import dev.slguard.cli.account.AccountFolder;
import dev.slguard.cli.account.AccountSource;
import dev.slguard.iam.account.Account;
import dev.slguard.source.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code slguard policy pull}: the only command that opens a socket. */
final class PolicyPullCommand implements Command {
  private static final String FOLDER = ".slguard/account";

  @Override
  public CommandSpec specification() {
    CommandSpec specification = CommandSpec.create();
    specification
        .addOption(Options.values("NAME", "Only this role; may be repeated. All roles if not given.", "--role"));
    specification
        .addOption(Options.value("PATH", "Only roles and users whose path begins so: /service/.", "--path-prefix"));
    specification.addOption(Options.flag("Read users and groups too.", "--users"));
    specification.addOption(
        Options.flag("Do not ask IAM for what each identity used (it takes seconds a role).", "--no-last-accessed"));
    specification.addOption(Options.value("DIR", "Where to write; " + FOLDER + " if not given.", "--output-dir"));
    specification.addOption(Options.value("NAME", "Profile of the AWS configuration files.", "--aws-profile"));
    specification.addOption(
        Options.value("REGION", "Region, which also tells the partition: us-gov-west-1, cn-north-1.", "--region"));
    specification.addOption(Options.value("URL", "Address of IAM instead of AWS's own.", "--endpoint-url"));
    specification.addOption(Options.flag("Show no progress.", "-q", "--quiet"));
    return specification;
  }

  @Override
  public int run(ParseResult arguments, Console console) throws IOException {
    String name = arguments.matchedOptionValue("--output-dir", FOLDER);
    Path path = console.directory().resolve(name);
    var folder = new AccountFolder(path);
    if (!folder.isFree()) {
      throw new UserError("'" + name + "' holds something else than an earlier pull; choose another --output-dir");
    }
    Account account = read(selection(arguments), connection(arguments), console, arguments.hasMatchedOption("--quiet"));
    folder.write(account);
    account.problems().forEach(problem -> console.err().println("slguard: warning: " + Text.clean(problem)));
    console.out().println(summary(account, name));
    console.out().flush();
    return account.problems().isEmpty() ? ExitCode.CLEAN : ExitCode.INCOMPLETE;
  }

  private static AccountSource.Selection selection(ParseResult arguments) {
    List<String> roles = arguments.matchedOptionValue("--role", List.of());
    Optional<String> prefix = Options.text(arguments, "--path-prefix");
    if (!roles.isEmpty() && prefix.isPresent()) {
      throw new UserError("--role and --path-prefix exclude each other");
    }
    if (prefix.isPresent() && !(prefix.get().startsWith("/") && prefix.get().endsWith("/"))) {
      throw new UserError("--path-prefix takes a path between slashes, such as /service/, not '" + prefix.get() + "'");
    }
    return new AccountSource.Selection(roles, prefix, arguments.hasMatchedOption("--users"),
        !arguments.hasMatchedOption("--no-last-accessed"));
  }

  private static AccountSource.Connection connection(ParseResult arguments) {
    Optional<String> region = Options.text(arguments, "--region");
    if (region.isPresent()
        && !region.get().chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-')) {
      throw new UserError("--region takes a name such as eu-west-1, not '" + region.get() + "'");
    }
    return new AccountSource.Connection(Options.text(arguments, "--aws-profile"), region,
        Options.text(arguments, "--endpoint-url"));
  }

  private static Account read(AccountSource.Selection selection, AccountSource.Connection connection, Console console,
      boolean quiet) {
    Optional<AccountSource> source = ServiceLoader.load(AccountSource.class).findFirst();
    if (source.isEmpty()) {
      throw new UserError("slguard-aws.jar is not on the class path; start 'policy pull' with the launcher 'slguard'");
    }
    boolean watched = !quiet && "1".equals(console.environment().get("SLGUARD_ERR_TTY"));
    Consumer<String> progress = watched ? text -> console.err().print("\r\033[K" + Text.shown(text)) : _ -> {};
    try {
      return source.get().read(selection, connection, LocalDate.now(ZoneOffset.UTC), progress);
    } catch (AccountSource.Unreachable e) {
      throw new UserError(Text.clean(Objects.requireNonNullElse(e.getMessage(), "the account cannot be read")));
    } finally {
      progress.accept("");
    }
  }

  private static String summary(Account account, String folder) {
    var text = new StringBuilder(count(account.roles().size(), "role"));
    if (!account.users().isEmpty() || !account.groups().isEmpty()) {
      text.append(", ").append(count(account.users().size(), "user")).append(", ")
          .append(count(account.groups().size(), "group"));
    }
    text.append(" and ").append(account.policies().size() == 1 ? "1 policy" : account.policies().size() + " policies");
    account.id().ifPresent(id -> text.append(" of account ").append(id));
    text.append(" written to ").append(folder);
    int problems = account.problems().size();
    return problems == 0 ? text.toString() : text + "; " + count(problems, "thing") + " could not be read";
  }

  private static String count(int number, String word) {
    return number + " " + word + (number == 1 ? "" : "s");
  }
}
