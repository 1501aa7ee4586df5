package dev.slguard.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.slguard.iam.account.Account;
import dev.slguard.iam.account.AccountIdentity;
import dev.slguard.iam.catalogue.Catalogue;
import dev.slguard.iam.drift.Drift;
import dev.slguard.iam.effective.Identity;
import dev.slguard.iam.effective.IdentityReader;
import dev.slguard.model.Deployment;
import dev.slguard.model.PolicyDocument;
import dev.slguard.model.Role;
import dev.slguard.model.Value;
import dev.slguard.source.Limits;
import dev.slguard.source.Root;
import dev.slguard.source.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Deploys the roles of real templates as CloudFormation would name things, and compares: nothing may differ. */
class DriftCorpusTest {
  private static final String ACCOUNT = "111122223333";
  private static final String BY_HAND = """
    {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"kms:ReplicateKey","Resource":"*"}]}""";

  private final Catalogue catalogue = new Catalogue();

  private static Path corpus(String name) {
    Optional<Path> found = Stream
        .iterate(Optional.of(Path.of("").toAbsolutePath()), Optional::isPresent, at -> at.map(Path::getParent))
        .flatMap(Optional::stream).map(at -> at.resolve("shared/corpus").resolve(name)).filter(Files::isDirectory)
        .findFirst();
    assumeThat(found).as("shared/corpus/" + name + " is not beside the checkout").isPresent();
    return found.orElseThrow();
  }

  @Test
  void what_real_templates_deploy_differs_in_nothing_and_what_is_added_by_hand_is_found() throws IOException {
    int roles = 0;
    int found = 0;
    var different = new ArrayList<String>();
    for (String name : List.of("serverless-patterns", "serverless-examples")) {
      Application application = ApplicationReader.readTemplates(new Root(corpus(name), Limits.DEFAULT),
          ReadOptions.DEFAULT, Progress.NONE);
      for (Deployment deployment : application.deployments()) {
        for (Role role : deployment.roles()) {
          if (role.resource().type().equals("AWS::IAM::Role")) {
            roles++;
            Drift none = drift(deployment, role, false);
            if (!none.equals(Drift.NONE)) {
              different.add(deployment.name() + " " + role.id() + " " + none);
            }
            found += drift(deployment, role, true).beyond().isEmpty() ? 0 : 1;
          }
        }
      }
    }
    assertThat(different).isEmpty();
    assertThat(roles).isGreaterThan(400);
    assertThat(found).isEqualTo(roles);
  }

  private Drift drift(Deployment deployment, Role role, boolean changed) {
    var inline = new TreeMap<String, String>();
    var physical = new Physical(deployment);
    for (PolicyDocument document : role.documents()) {
      inline.put(document.name() + inline.size(), physical.json(document.document()).toString());
    }
    if (changed) {
      inline.put("by-hand", BY_HAND);
    }
    var managed = new TreeSet<String>();
    for (Value value : role.managed()) {
      if (physical.json(value) instanceof JsonPrimitive text && text.getAsString().startsWith("arn:")) {
        managed.add(text.getAsString());
      }
    }
    Optional<String> trust = Optional.of(physical.json(role.trust()).toString()).filter(text -> text.startsWith("{"));
    var deployed = new AccountIdentity(AccountIdentity.Kind.ROLE, "r", "arn:aws:iam::" + ACCOUNT + ":role/r",
        Optional.empty(), true, trust, inline, managed, Optional.empty(), new TreeSet<>(), Optional.empty(),
        Optional.empty(), Set.of());
    var account = new Account(Optional.of(ACCOUNT), LocalDate.of(2026, 11, 20), new TreeMap<>(Map.of("r", deployed)),
        new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), "all roles", List.of());
    var reader = new IdentityReader(catalogue, account);
    Identity written = reader.identity(deployment, role);
    return Drift.between(written, reader.inAccount(deployed, role.id(), written.at()), role.resource().conditions(),
        account, catalogue, List::of);
  }

  /** What CloudFormation makes of values: every condition true, every name made of stack and logical id. */
  private record Physical(Deployment deployment) {
    JsonElement json(Value value) {
      return switch (value) {
        case Value.Scalar(String text, Tree.Kind kind, _) ->
          kind == Tree.Kind.BOOLEAN ? new JsonPrimitive(Boolean.parseBoolean(text)) : new JsonPrimitive(text);
        case Value.Text(var parts, _) -> {
          var text = new StringBuilder();
          parts.forEach(part -> text.append(json(part) instanceof JsonPrimitive one ? one.getAsString() : ""));
          yield new JsonPrimitive(text.toString());
        }
        case Value.Listing(var items, _) -> {
          var array = new JsonArray();
          items.stream().map(this::json).filter(item -> !item.isJsonNull()).forEach(array::add);
          yield array;
        }
        case Value.Mapping mapping -> {
          var object = new JsonObject();
          mapping.entries().forEach((key, one) -> {
            JsonElement element = json(one);
            if (!element.isJsonNull()) {
              object.add(key, element);
            }
          });
          yield object;
        }
        case Value.Reference(String id, String attribute, _) -> new JsonPrimitive(reference(id, attribute));
        case Value.Choice(_, Value whenTrue, _, _) -> json(whenTrue);
        case Value.Unknown(_, String detail, _) -> new JsonPrimitive(switch (detail) {
          case "AWS::AccountId" -> ACCOUNT;
          case "AWS::Partition" -> "aws";
          case "AWS::Region" -> "eu-west-1";
          case "AWS::StackName" -> "shop";
          case "AWS::URLSuffix" -> "amazonaws.com";
          default -> "given-" + detail.replaceAll("[^A-Za-z0-9]", "");
        });
        case Value.Absent _ -> JsonNull.INSTANCE;
      };
    }

    private String reference(String id, String attribute) {
      String name = "shop-" + id + "-1A2B3C4D5E6F";
      if (!attribute.endsWith("Arn")) {
        return attribute.isEmpty() || attribute.endsWith("Name") ? name : name + '.' + attribute;
      }
      String type = Optional.ofNullable(deployment.resources().get(id)).map(resource -> resource.type())
          .orElse("AWS::Some::Thing");
      String[] words = type.toLowerCase(Locale.ROOT).split("::");
      String own = switch (words[1]) {
        case "s3" -> "arn:aws:s3:::" + name;
        case "sqs", "sns" -> "arn:aws:" + words[1] + ":eu-west-1:" + ACCOUNT + ":" + name;
        default -> "arn:aws:" + words[1] + ":eu-west-1:" + ACCOUNT + ":" + words[words.length - 1] + "/" + name;
      };
      return attribute.equals("Arn") ? own : own + '/' + attribute;
    }
  }
}
