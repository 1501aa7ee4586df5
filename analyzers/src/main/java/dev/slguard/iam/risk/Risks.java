package dev.slguard.iam.risk;

import dev.slguard.iam.catalogue.AccessLevel;
import dev.slguard.iam.catalogue.Action;
import dev.slguard.iam.catalogue.Catalogue;
import dev.slguard.iam.effective.Breadth;
import dev.slguard.iam.effective.EffectivePermissions;
import dev.slguard.iam.effective.Narrowing;
import dev.slguard.iam.effective.Permission;
import dev.slguard.iam.policy.ActionPattern;
import dev.slguard.iam.policy.Effect;
import dev.slguard.iam.policy.Glob;
import dev.slguard.iam.policy.Statement;
import dev.slguard.iam.policy.TextPattern;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Judges the statements of an identity by what remains of them after Deny and boundary. Thread-safe. */
public final class Risks {
  /** Services whose grants share what is observed, no data of the application and no rights. */
  private static final Set<String> OBSERVING = Set.of("logs", "cloudwatch");

  /** What nearly every function does, or what gives nobody a way in by itself, whatever the catalogue says. */
  private static final Set<String> HARMLESS = Set.of("cloudwatch:putmetricdata", "logs:createlogstream",
      "logs:putlogevents", "logs:createloggroup", "ec2:createnetworkinterface", "ec2:deletenetworkinterface",
      "ec2:assignprivateipaddresses", "ec2:unassignprivateipaddresses", "xray:puttracesegments",
      "xray:puttelemetryrecords", "ec2:createnetworkinterfacepermission", "ec2:deletenetworkinterfacepermission",
      "ec2:createcoippoolpermission", "ec2:deletecoippoolpermission", "ec2:createlocalgatewayroutetablepermission",
      "ec2:deletelocalgatewayroutetablepermission", "lambda:enablereplication", "lambda:disablereplication",
      "ds:accessdsdata", "opensearch:applicationaccessall");

  /** Permissions management by AWS's count that only reads, or makes what nobody holds yet. */
  private static final Set<String> NO_GRANTS = Set.of("iam:createpolicy", "fsx:managebackupprincipalassociations");

  /** Actions by which a message shows what a service as a whole means. */
  private static final int EXAMPLES = 3;

  /** So many of the weighty actions and fewer are not "every action". */
  private static final int FEW = 2;

  private final Catalogue catalogue;
  private final Map<String, Risk.Kind> classes = new HashMap<>();
  private final Map<String, String> counted = new HashMap<>();

  /** With the actions of {@code catalogue}. */
  public Risks(Catalogue catalogue) {
    this.catalogue = catalogue;
    try (InputStream in = Objects.requireNonNull(Risks.class.getResourceAsStream("actions.tsv"));
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.startsWith("#")) {
          String[] fields = line.split("\t", -1);
          for (String entry : fields[1].split(" ")) {
            String[] action = entry.toLowerCase(Locale.ROOT).split("=", 2);
            classes.put(action[0], kind(fields[0]));
            if (action.length > 1) {
              counted.put(action[0], ':' + action[1] + ':');
            }
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the list of risky actions is damaged", e);
    }
  }

  private static Risk.Kind kind(String name) {
    return switch (name) {
      case "data" -> Risk.Kind.DATA;
      case "credentials" -> Risk.Kind.CREDENTIALS;
      case "logs" -> Risk.Kind.LOGS;
      case "sharing" -> Risk.Kind.SHARING;
      case "escalation" -> Risk.Kind.ESCALATION;
      default -> throw new IllegalStateException("no class of risky actions is called '" + name + "'");
    };
  }

  /** The risks of each Allow statement that has any, statements in the order written, risks worst first. */
  public Map<Statement, List<Risk>> of(EffectivePermissions permissions) {
    var found = new LinkedHashMap<Statement, List<Risk>>();
    for (Statement statement : permissions.allows()) {
      List<Risk> risks = of(permissions, statement);
      if (!risks.isEmpty()) {
        found.put(statement, risks);
      }
    }
    return found;
  }

  /** The risks of one Allow statement, worst first. */
  public List<Risk> of(EffectivePermissions permissions, Statement statement) {
    if (statement.effect() != Effect.ALLOW) {
      return List.of();
    }
    var risks = new EnumMap<Risk.Kind, List<Permission>>(Risk.Kind.class);
    shape(permissions, statement, risks);
    if (!risks.containsKey(Risk.Kind.ADMINISTRATOR) && !statement.actions().isAny() && !statement.actions().negated()) {
      for (Action action : named(statement)) {
        for (Permission permission : permissions.of(action.lowerCase())) {
          if (permission.by() == statement && !isTied(permission) && counts(permission)) {
            classOf(action).filter(kind -> permission.breadth().isUnbounded() || givesAway(kind, permission))
                .ifPresent(kind -> add(risks, kind, permission));
          }
        }
      }
    }
    return risks.entrySet().stream().map(entry -> new Risk(entry.getKey(), entry.getValue())).toList();
  }

  /** Whether the entry is of the type that says how far the action reaches, where there is such a type. */
  private boolean counts(Permission permission) {
    String type = counted.get(permission.action().toLowerCase(Locale.ROOT));
    return type == null || permission.resource().isAny() || permission.resource().text().contains(type);
  }

  /** Whether it gives credentials or access away though nothing narrower than {@code *} can be written: what it does counts, not on what. */
  private static boolean givesAway(Risk.Kind kind, Permission permission) {
    return permission.breadth() == Breadth.UNNARROWABLE && (kind == Risk.Kind.CREDENTIALS || kind == Risk.Kind.SHARING);
  }

  /** Whether it does more than read; a service of nothing but reads is no risk as a whole. */
  private static boolean changes(Action action) {
    return action.levels().contains(AccessLevel.WRITE) || action.levels().contains(AccessLevel.PERMISSIONS);
  }

  /** Whether a condition ties it to some resources, by their tags or the service through which they are used. */
  private static boolean isTied(Permission permission) {
    return Narrowing.of(permission.conditions()).stream().filter(condition -> !condition.ifExists())
        .anyMatch(condition -> ties(condition.key().toLowerCase(Locale.ROOT)));
  }

  private static boolean ties(String key) {
    boolean names = !key.startsWith("aws:")
        && (key.endsWith("arn") || key.endsWith("name") || key.endsWith("id") || key.endsWith(":cluster"));
    return names || key.contains("resourcetag/") || key.contains("existingobjecttag/")
        || key.contains("membershiplevel") || key.startsWith("kms:encryptioncontext") || switch (key) {
          case "kms:viaservice", "kms:grantisforawsresource", "kms:resourcealiases", "kms:requestalias",
              "aws:calledvia", "aws:calledviafirst", "aws:calledvialast", "iam:permissionsboundary", "iam:policyarn",
              "iam:awsservicename", "iam:associatedresourcearn", "ec2:createaction", "secretsmanager:secretid",
              "secretsmanager:name", "ssm:resourcetag", "s3:dataaccesspointarn", "lambda:functionarn",
              "dynamodb:leadingkeys", "aws:resourceorgid", "ec2:authorizedservice", "organizations:policytype" ->
            true;
          default -> false;
        };
  }

  private static void add(Map<Risk.Kind, List<Permission>> risks, Risk.Kind kind, Permission permission) {
    risks.computeIfAbsent(kind, _ -> new ArrayList<>()).add(permission);
  }

  /** Risks that show in how the statement is written, as long as something is left of it. */
  private void shape(EffectivePermissions permissions, Statement statement, Map<Risk.Kind, List<Permission>> risks) {
    boolean everything = statement.resources().map(list -> list.negated() || list.isAny()).orElse(true);
    if (statement.actions().isAny() || statement.actions().negated()) {
      List<Permission> left = probe(permissions, statement);
      if (left.isEmpty()) {
        return;
      }
      if (everything && left.size() <= FEW) {
        // Deny statements leave so little that it is judged for itself.
        left.stream().filter(permission -> permission.breadth().isUnbounded() && !isTied(permission))
            .forEach(permission -> catalogue.action(permission.action()).flatMap(this::classOf)
                .ifPresent(kind -> add(risks, kind, permission)));
        return;
      }
      Risk.Kind kind = statement.actions().negated()
          ? Risk.Kind.NOT_ACTION
          : everything ? Risk.Kind.ADMINISTRATOR : Risk.Kind.EVERY_ACTION;
      add(risks, kind, left.getFirst());
    }
    for (TextPattern item : statement.actions().negated() ? List.<TextPattern>of() : statement.actions().items()) {
      String text = item.text().toLowerCase(Locale.ROOT);
      if (text.endsWith(":*") && ActionPattern.isWellFormed(text)) {
        service(permissions, statement, text.substring(0, text.length() - 2), everything, risks);
      }
    }
    if (statement.resources().filter(list -> list.negated()).isPresent() && !statement.actions().negated()) {
      named(statement).stream().flatMap(action -> permissions.of(action.lowerCase()).stream())
          .filter(permission -> permission.by() == statement).findFirst()
          .ifPresent(permission -> add(risks, Risk.Kind.NOT_RESOURCE, permission));
    }
  }

  private void service(EffectivePermissions permissions, Statement statement, String prefix, boolean everything,
      Map<Risk.Kind, List<Permission>> risks) {
    var actions = new ArrayList<Action>();
    catalogue.service(prefix).ifPresent(service -> {
      for (Action action : service.actions()) {
        if (changes(action)) {
          actions.add(action);
        }
      }
    });
    actions.sort((a, b) -> Integer.compare(weight(a), weight(b)));
    Risk.Kind kind = prefix.equals("s3") && everything ? Risk.Kind.S3_FULL_ACCESS : Risk.Kind.SERVICE_WILDCARD;
    int shown = 0;
    for (Action action : actions) {
      for (Permission permission : permissions.of(action.lowerCase())) {
        if (permission.by() == statement && permission.breadth().isUnbounded() && !isTied(permission)
            && shown < EXAMPLES) {
          add(risks, kind, permission);
          shown++;
        }
      }
      if (shown == EXAMPLES) {
        return;
      }
    }
  }

  /** The less the weightier: what opens and gives away, what deletes, what else there is. */
  private int weight(Action action) {
    return classOf(action).map(known -> switch (known) {
      case ADMINISTRATOR, EVERY_ACTION, NOT_ACTION, NOT_RESOURCE, ESCALATION, PASS_ROLE, S3_FULL_ACCESS,
          SERVICE_WILDCARD, CREDENTIALS ->
        0;
      case DATA -> 1;
      case PERMISSIONS -> 2;
      case SHARING -> 3;
      case LOGS -> 4;
      case WRITES -> ActionPattern.name(action.id()).startsWith("Delete") ? 5 : 6;
      case WIDE_RESOURCE -> 7;
    }).orElse(8);
  }

  /** What remains of a statement on nearly all actions: the first of a few weighty ones that is still held. */
  private static List<Permission> probe(EffectivePermissions permissions, Statement statement) {
    return List
        .of("iam:createpolicyversion", "s3:getobject", "dynamodb:deletetable", "lambda:updatefunctioncode",
            "secretsmanager:getsecretvalue", "ec2:terminateinstances", "sqs:sendmessage")
        .stream()
        .flatMap(action -> permissions.of(action).stream().filter(permission -> permission.by() == statement).limit(1))
        .toList();
  }

  /** The catalogue's actions that the statement's entries match, each once. */
  private Collection<Action> named(Statement statement) {
    var named = new LinkedHashMap<String, Action>();
    for (TextPattern item : statement.actions().items()) {
      Glob glob = item.isAny() || item.hasHole() ? Glob.NOTHING : ActionPattern.glob(item);
      if (!glob.isNothing()) {
        catalogue.matching(glob).forEach(action -> named.putIfAbsent(action.id(), action));
      }
    }
    return named.values();
  }

  /** Whether it only reads, though AWS counts it as permissions management, or lets a service write logs. */
  private static boolean isReading(Action action) {
    String name = ActionPattern.name(action.id());
    return name.startsWith("Get") || name.startsWith("List") || name.startsWith("Describe") || name.startsWith("Test")
        || name.startsWith("AllowVendedLogDelivery");
  }

  /** The kind of risk; empty for what is harmless. */
  private Optional<Risk.Kind> classOf(Action action) {
    if (HARMLESS.contains(action.lowerCase())) {
      return Optional.empty();
    }
    if (action.lowerCase().equals("iam:passrole")) {
      return Optional.of(Risk.Kind.PASS_ROLE);
    }
    Risk.Kind listed = classes.get(action.lowerCase());
    if (listed != null) {
      return Optional.of(listed);
    }
    // Policies of log groups let services write logs; they open no data that is worth the name.
    if (action.levels().contains(AccessLevel.PERMISSIONS) && !OBSERVING.contains(action.service()) && !isReading(action)
        && !NO_GRANTS.contains(action.lowerCase())) {
      return Optional.of(Risk.Kind.PERMISSIONS);
    }
    boolean writes = action.levels().contains(AccessLevel.WRITE) || action.levels().contains(AccessLevel.TAGGING);
    return Optional.of(writes ? Risk.Kind.WRITES : Risk.Kind.WIDE_RESOURCE);
  }
}
