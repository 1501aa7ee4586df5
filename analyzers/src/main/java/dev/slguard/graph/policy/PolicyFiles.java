package dev.slguard.graph.policy;

import dev.slguard.graph.AccountFacts;
import dev.slguard.graph.Application;
import dev.slguard.graph.CodeFacts;
import dev.slguard.iam.catalogue.Catalogue;
import dev.slguard.iam.policy.PolicyType;
import dev.slguard.model.BoundaryName;
import dev.slguard.model.Deployment;
import dev.slguard.model.Value;
import dev.slguard.model.Values;
import dev.slguard.source.Diagnostic;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Discovery;
import dev.slguard.source.Documents;
import dev.slguard.source.Root;
import dev.slguard.source.SourceFile;
import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads files of policy documents: the documents of one folder belong to one principal and are judged together, unless they say
 * themselves whose they are. Policies of resources stand alone.
 */
public final class PolicyFiles {
  private static final String MANAGED = "AWS::IAM::ManagedPolicy";

  private final Root root;
  private final PolicyAssignment assignment;
  private final TreeSet<Diagnostic> diagnostics = new TreeSet<>();
  private final Map<String, Group> groups = new LinkedHashMap<>();
  private final List<Deployment> deployments = new ArrayList<>();
  private final List<SourceFile> marked = new ArrayList<>();
  private final Set<String> read = new TreeSet<>();
  /** What stands in files that are named as AWS names its policies, without white space. */
  private final Map<String, String> texts = new HashMap<>();
  private final Catalogue aws = new Catalogue();
  private int skipped;

  /** The documents of one folder, or of the one principal that the user names. */
  private static final class Group {
    private final List<Written> documents = new ArrayList<>();
    private final Set<String> files = new TreeSet<>();
    private final Map<String, PrincipalDraft> principals = new LinkedHashMap<>();
    private final List<CommandOutput.AccountPolicy> account = new ArrayList<>();
  }

  private PolicyFiles(Root root, PolicyAssignment assignment) {
    this.root = root;
    this.assignment = assignment;
  }

  /** Reads {@code paths}, files and folders of {@code root}; whatever of them is no policy is reported, a folder without any too. */
  public static Application read(Root root, List<String> paths, PolicyAssignment assignment) {
    PolicyFiles files = found(root, paths, assignment);
    paths.stream().filter(root::isFolder).forEach(files::folder);
    return files.application();
  }

  /** The same for one of two versions that are compared: one without policies is as good as any. */
  public static Application version(Root root, List<String> paths, PolicyAssignment assignment) {
    return found(root, paths, assignment).application();
  }

  private static PolicyFiles found(Root root, List<String> paths, PolicyAssignment assignment) {
    var files = new PolicyFiles(root, assignment);
    boolean plain = paths.stream().allMatch(path -> root.isFile(path) && !isTerraform(path));
    var looking = new Diagnostics();
    Discovery.Found found = plain
        ? new Discovery.Found(List.copyOf(new TreeSet<>(paths)), new HashSet<>(paths), List.of())
        : Discovery.find(root, paths, true, List.of(), PolicyFiles::isTerraform, looking);
    files.diagnostics.addAll(looking.toList());
    found.files().forEach(path -> files.file(path, found.named().contains(path)));
    found.sources().forEach(path -> files.terraform(path, paths.contains(path)));
    files.groups.forEach(files::deploy);
    return files;
  }

  private Application application() {
    var failed = new TreeSet<String>();
    diagnostics.stream().filter(diagnostic -> diagnostic.level() == Diagnostic.Level.ERROR)
        .forEach(diagnostic -> failed.add(diagnostic.at().file()));
    List<String> analysed = read.stream().filter(path -> !failed.contains(path)).toList();
    return new Application(deployments, List.copyOf(diagnostics), analysed, List.copyOf(failed), marked, CodeFacts.NONE,
        AccountFacts.NONE, skipped);
  }

  private void file(String path, boolean named) {
    var trouble = new Diagnostics();
    Optional<SourceFile> source = root.read(path, Span.startOf(path), trouble);
    if (source.isPresent()) {
      List<Tree> documents = Documents.read(source.get(), root.limits(), trouble);
      boolean known = false;
      for (Tree tree : documents) {
        known |= documents(path, Values.of(tree), trouble);
      }
      if (known) {
        read.add(path);
        if (isNamedAsAwsDoes(name(path))) {
          texts.put(path, squeezed(source.get().text()));
        }
        if (source.get().text().contains("slguard")) {
          marked.add(source.get());
        }
      } else {
        boolean template = documents.stream().anyMatch(
            tree -> Values.of(tree) instanceof Value.Mapping mapping && EmbeddedDocuments.isTemplate(mapping));
        unknown(path, named, template, source.get().text().isBlank(), trouble);
      }
    }
    diagnostics.addAll(trouble.toList());
  }

  private static boolean isTerraform(String path) {
    return path.endsWith(".tf");
  }

  private void terraform(String path, boolean named) {
    String message = "Terraform's language is not read, and no policy in this file is checked:"
        + " check what 'terraform show -json' prints of a plan";
    diagnostics
        .add(named ? Diagnostic.error(Span.startOf(path), message) : Diagnostic.warning(Span.startOf(path), message));
    skipped += named ? 0 : 1;
  }

  /** A folder in which nothing was found is not one that is free of faults. */
  private void folder(String folder) {
    String inside = folder.isEmpty() || folder.equals(".") ? "" : folder + '/';
    boolean any = read.stream().anyMatch(path -> path.startsWith(inside)) || diagnostics.stream()
        .anyMatch(one -> one.level() == Diagnostic.Level.ERROR && one.at().file().startsWith(inside));
    if (!any) {
      diagnostics.add(Diagnostic.error(Span.startOf(folder),
          "no policy document was found in this folder: files of JSON and YAML are read; nothing is checked"));
    }
  }

  private void unknown(String path, boolean named, boolean template, boolean blank, Diagnostics trouble) {
    if (trouble.toList().stream().anyMatch(one -> one.level() == Diagnostic.Level.ERROR)) {
      return;
    }
    if (blank) {
      trouble.error(Span.startOf(path), "the file is empty; there is no policy to check");
    } else if (named) {
      trouble.error(Span.startOf(path),
          template
              ? "this is a template; 'slguard scan' reads those, and nothing in it is checked here"
              : "this is neither a policy document nor does it hold one, nor is it what an AWS command prints of one;"
                  + " nothing in it is checked");
    } else {
      skipped++;
      trouble.warning(Span.startOf(path), "this is no policy document; it is passed over");
    }
  }

  /** Whether the value is a policy or holds some: a list of statements is the one document of theirs, any other list holds documents. */
  private boolean documents(String path, Value value, Diagnostics trouble) {
    return switch (value) {
      case Value.Mapping mapping -> document(path, isStatement(mapping) ? around(mapping) : mapping, trouble);
      case Value.Listing(var items, _) when !items.isEmpty() && items.stream().allMatch(PolicyFiles::isStatement) ->
        document(path, around(value), trouble);
      case Value.Listing(var items, _) -> {
        boolean known = false;
        for (Value item : items) {
          known |= item instanceof Value.Mapping mapping && document(path, mapping, trouble);
        }
        yield known;
      }
      case Value.Scalar _,Value.Text _,Value.Reference _,Value.Choice _,Value.Unknown _,Value.Absent _ -> false;
    };
  }

  /** A statement that stands by itself, as one copies it out of a policy. */
  private static boolean isStatement(Value value) {
    return value instanceof Value.Mapping mapping && mapping.entries().containsKey("Effect")
        && (mapping.entries().containsKey("Action") || mapping.entries().containsKey("NotAction"));
  }

  /** The document that one would write around statements. */
  private static Value.Mapping around(Value statements) {
    var entries = new LinkedHashMap<String, Value>();
    entries.put("Version", Value.Scalar.text("2012-10-17", statements.at()));
    entries.put("Statement", statements);
    var keys = new LinkedHashMap<String, Span>();
    entries.keySet().forEach(key -> keys.put(key, statements.at()));
    return new Value.Mapping(entries, keys, statements.at());
  }

  private boolean document(String path, Value.Mapping mapping, Diagnostics trouble) {
    if (isDocument(mapping)) {
      group(path).documents.add(new Written(name(path), part(path, mapping), mapping));
      return true;
    }
    Optional<CommandOutput> output = CommandOutput.of(mapping, name(path), trouble);
    output.ifPresent(found -> add(path, found));
    return output.isPresent() || embedded(path, mapping, trouble);
  }

  /** One document inside something else stands for the file; of several each belongs to something of its own. */
  private boolean embedded(String path, Value.Mapping mapping, Diagnostics trouble) {
    Optional<List<Written>> found = EmbeddedDocuments.of(mapping, name(path), path, trouble);
    for (Written document : found.orElse(List.of())) {
      Written known = new Written(document.name(), document.type().or(() -> part(path, document.document())),
          document.document());
      if (found.orElseThrow().size() == 1) {
        group(path).documents.add(known);
      } else {
        apart(path, known);
      }
    }
    return found.isPresent();
  }

  private void apart(String path, Written document) {
    Group group = group(path);
    switch (document.type().orElse(PolicyType.IDENTITY)) {
      case TRUST -> {
        var role = new PrincipalDraft(document.name(), "AWS::IAM::Role", document.at());
        role.add(document, PolicyType.TRUST);
        group.principals.put(path + ' ' + document.name(), role);
      }
      case IDENTITY -> group.account
          .add(new CommandOutput.AccountPolicy(path + ' ' + document.name() + ' ' + document.at(), document));
      case RESOURCE, RCP, ENDPOINT, SESSION, BOUNDARY, SCP -> group.documents.add(document);
    }
  }

  private void add(String path, CommandOutput output) {
    Group group = group(path);
    for (Written document : output.documents()) {
      // A control policy says what it is; a version of a managed policy may serve as a boundary too.
      boolean open = document.type().filter(type -> type == PolicyType.IDENTITY).isPresent();
      Optional<PolicyType> said = open ? part(path, document.document()).or(document::type) : document.type();
      group.documents.add(new Written(document.name(), said, document.document()));
    }
    for (PrincipalDraft draft : output.principals()) {
      PrincipalDraft known = group.principals.putIfAbsent(draft.type() + ' ' + draft.name(), draft);
      if (known != null) {
        draft.grants().forEach(grant -> known.add(grant, PolicyType.IDENTITY));
        draft.managed().forEach(known::attach);
        draft.groups().forEach(known::join);
        draft.boundaryArn().ifPresent(known::bound);
        draft.trust().ifPresent(trust -> known.add(trust, PolicyType.TRUST));
      }
    }
    group.account.addAll(output.account());
  }

  private Group group(String path) {
    Group group = groups.computeIfAbsent(assignment.principal().orElse(Root.parent(path)), _ -> new Group());
    group.files.add(path);
    return group;
  }

  private static boolean isDocument(Value.Mapping mapping) {
    boolean version = Values.text(mapping.get("Version")).filter(text -> text.startsWith("20")).isPresent();
    return mapping.entries().containsKey("Statement") || version && mapping.entries().size() < 4
        && mapping.entries().keySet().stream().allMatch(key -> key.equals("Version") || key.equals("Id"));
  }

  /** The part that the user, the content or the file's name gives a plain document; empty if it is an identity's. */
  private Optional<PolicyType> part(String path, Value.Mapping document) {
    Optional<PolicyType> said = Optional.ofNullable(assignment.parts().get(path)).or(assignment::part);
    if (said.isPresent()) {
      return said;
    }
    boolean named = statements(document).stream().anyMatch(
        statement -> statement.entries().containsKey("Principal") || statement.entries().containsKey("NotPrincipal"));
    List<String> words = List.of(name(path).toLowerCase(Locale.ROOT).split("[^a-z]+"));
    if (named) {
      return Optional
          .of(words.contains("rcp") ? PolicyType.RCP : isTrust(document) ? PolicyType.TRUST : PolicyType.RESOURCE);
    }
    if (isOfDevices(document) && (!isNamedAsAwsDoes(name(path)) || aws.managedPolicy(name(path)).isEmpty())) {
      return Optional.of(PolicyType.RESOURCE);
    }
    return BoundaryName.is(name(path))
        ? Optional.of(PolicyType.BOUNDARY)
        : words.contains("scp") ? Optional.of(PolicyType.SCP) : Optional.empty();
  }

  private static List<Value.Mapping> statements(Value.Mapping document) {
    var statements = new ArrayList<Value.Mapping>();
    for (Value item : Values.items(document.get("Statement"))) {
      if (item instanceof Value.Mapping statement) {
        statements.add(statement);
      }
    }
    return statements;
  }

  /** A policy of AWS IoT, which names nobody either: it speaks of iot alone, and lets something connect (AWS IoT, iot-policies). */
  private static boolean isOfDevices(Value.Mapping document) {
    List<String> actions = statements(document).stream()
        .flatMap(statement -> Values.items(statement.get("Action")).stream())
        .map(action -> Values.text(action).orElse("").toLowerCase(Locale.ROOT)).toList();
    return actions.contains("iot:connect") && actions.stream().allMatch(action -> action.startsWith("iot:"));
  }

  /** Who may assume a role: every action is one of sts, and no resource is named. */
  private static boolean isTrust(Value.Mapping document) {
    return statements(document).stream()
        .allMatch(statement -> !statement.entries().containsKey("Resource")
            && Values.items(statement.get("Action")).stream().allMatch(action -> Values.text(action)
                .filter(text -> text.toLowerCase(Locale.ROOT).startsWith("sts:")).isPresent()));
  }

  /** The file's name without its ending: how messages name the policy. */
  private static String name(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  private void deploy(String key, Group group) {
    var plain = new ArrayList<Written>();
    for (Written document : group.documents) {
      PolicyType part = document.type().orElse(PolicyType.IDENTITY);
      switch (part) {
        case RESOURCE, RCP, ENDPOINT, SESSION -> alone(document, part);
        case IDENTITY, TRUST, BOUNDARY, SCP -> plain.add(document.as(part));
      }
    }
    if (plain.size() == 1 && plain.getFirst().type().filter(PolicyType.IDENTITY::equals).isPresent()
        && grantsNothing(plain.getFirst())) {
      plain.set(0, plain.getFirst().as(PolicyType.BOUNDARY));
    }
    var deployment = new PolicyDeployment();
    group.account.forEach(policy -> deployment.managed(policy.arn(), policy.policy()));
    String name = principal(key, group, plain);
    if (!plain.isEmpty()) {
      var draft = new PrincipalDraft(name, assignment.principal().isPresent() ? "AWS::IAM::Role" : MANAGED,
          plain.getFirst().at());
      for (Written document : plain) {
        PolicyType part = document.type().orElse(PolicyType.IDENTITY);
        if (!draft.add(document, part)) {
          diagnostics.add(Diagnostic.error(document.at(), "'" + name + "' has another "
              + (part == PolicyType.TRUST ? "trust policy" : "permissions boundary") + "; this one is not checked"));
        }
      }
      deployment.principal(draft);
    }
    group.principals.values().forEach(deployment::principal);
    Deployment built = deployment.build(name, group.files.iterator().next());
    if (!built.resources().isEmpty()) {
      deployments.add(built);
    }
  }

  /** Whether a document alone is, by its name, a boundary, or word for word what AWS gives a service-linked role. */
  private boolean grantsNothing(Written document) {
    String name = document.name();
    if (BoundaryName.is(name)) {
      return true;
    }
    String text = texts.get(document.at().file());
    return text != null && aws.managedPolicy(name).filter(policy -> policy.arn().contains(":policy/aws-service-role/"))
        .filter(policy -> text.equals(squeezed(policy.document()))).isPresent();
  }

  /** Whether AWS names its policies so: only then is it worth asking. */
  private static boolean isNamedAsAwsDoes(String name) {
    return !name.isEmpty() && name.charAt(0) >= 'A' && name.charAt(0) <= 'Z';
  }

  private static String squeezed(String text) {
    var squeezed = new StringBuilder(text.length());
    text.chars().filter(c -> !Character.isWhitespace(c)).forEach(c -> squeezed.append((char) c));
    return squeezed.toString();
  }

  /** A document that belongs to no principal. */
  private void alone(Written document, PolicyType part) {
    var deployment = new PolicyDeployment();
    if (part == PolicyType.RCP) {
      deployment.organization("RESOURCE_CONTROL_POLICY", document);
    } else {
      deployment.resource(document);
    }
    deployments.add(deployment.build(document.name(), document.at().file()));
  }

  /** The name given, that of the only document, or that of the folder. */
  private String principal(String key, Group group, List<Written> plain) {
    if (assignment.principal().isPresent()) {
      return key;
    }
    if (plain.size() == 1 && group.principals.isEmpty()) {
      return plain.getFirst().name();
    }
    String folder = key.isEmpty()
        ? Optional.ofNullable(root.folder().getFileName()).map(Object::toString).orElse("")
        : key;
    return folder.substring(folder.lastIndexOf('/') + 1);
  }
}
