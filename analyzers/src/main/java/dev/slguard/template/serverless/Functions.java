package dev.slguard.template.serverless;

import dev.slguard.source.Root;
import dev.slguard.source.Tree;
import dev.slguard.template.serverless.service.Config;
import dev.slguard.template.serverless.service.Draft;
import dev.slguard.template.serverless.service.Merge;
import dev.slguard.template.serverless.service.Naming;
import dev.slguard.template.serverless.service.Service;
import dev.slguard.template.serverless.service.ServiceFunction;
import dev.slguard.template.serverless.service.Stack;
import dev.slguard.template.serverless.service.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Functions, with their versions and aliases. */
final class Functions {
  private final Stack stack;
  private final Service service;

  Functions(Stack stack) {
    this.stack = stack;
    this.service = stack.service();
  }

  /** Adds every function. */
  void compile() {
    service.functions().forEach(this::compile);
    stack.writeSharedRole();
  }

  private void compile(ServiceFunction function) {
    Draft draft = function.draft();
    var dependsOn = new ArrayList<Tree>();
    if (service.makesLogGroup(function)) {
      dependsOn.add(draft.text(function.normalized() + "LogGroup"));
    }
    Tree.Mapping properties = properties(function, draft, dependsOn);
    Config.truthy(function.config(), "dependsOn").ifPresent(tree -> dependsOn.addAll(Config.items(tree)));
    Draft.Fields resource = draft.object().put("Type", "AWS::Lambda::Function")
        .put("Condition", Config.truthy(function.config(), "condition"))
        .put("DependsOn", dependsOn.isEmpty() ? Optional.empty() : Optional.of(draft.list(dependsOn)))
        .put("Properties", properties);
    stack.put(function.logicalId(), resource.tree(), Stack.Origin.of(function));
    stack.sourceFolder(function.logicalId(), sourceFolder(function));
    versions(function, draft);
    FunctionUrls.compile(function, stack);
    Invocations.compile(function, stack);
  }

  private Tree.Mapping properties(ServiceFunction function, Draft draft, List<Tree> dependsOn) {
    Tree.Mapping config = function.config();
    Draft.Fields fields = draft.object();
    if (Config.truthy(config, "handler").isPresent()) {
      fields.put("Code", draft.object().put("S3Bucket", bucket(draft))
          .put("S3Key", draft.concat(service.name(), draft.text(".zip"))).tree());
      fields.put("Handler", Config.truthy(config, "handler"));
      fields.put("Runtime", Config.truthy(config, "runtime").or(() -> service.provider("runtime"))
          .orElseGet(() -> draft.text("nodejs16.x")));
      runtimeManagement(config).ifPresent(tree -> fields.put("RuntimeManagementConfig", tree));
    } else if (Config.truthy(config, "image").isPresent()) {
      image(config.get("image").orElseThrow(), fields, draft);
    } else {
      stack.diagnostics().error(function.at(),
          "function '" + function.name() + "' has neither 'handler' nor 'image'; its code cannot be found");
    }
    fields.put("FunctionName", function.deployedName());
    fields.put("MemorySize", Config.truthy(config, "memorySize").or(() -> service.provider("memorySize"))
        .orElseGet(() -> draft.number(1024)));
    fields.put("Timeout",
        Config.truthy(config, "timeout").or(() -> service.provider("timeout")).orElseGet(() -> draft.number(6)));
    fields.put("Architectures", Config.truthy(config, "architecture").or(() -> service.provider("architecture"))
        .map(architecture -> draft.list(architecture)));
    fields.put("Description", Config.truthy(config, "description"));
    fields.put("Tags", layered("tags", config).map(Tags::list));
    fields.put("EphemeralStorage",
        Config.truthy(config, "ephemeralStorageSize").map(size -> draft.object().put("Size", size).tree()));
    fields.put("Environment", layered("environment", config)
        .map(variables -> new Draft(variables.at()).object().put("Variables", variables).tree()));
    fields.put("Role", role(function, dependsOn));
    fields.put("VpcConfig", vpc(config));
    fields.put("ReservedConcurrentExecutions", Config.value(config, "reservedConcurrency"));
    fields.put("Layers", Config.truthy(config, "layers").or(() -> service.provider("layers")).map(Config::listed));
    fields.put("SnapStart",
        Config.truthy(config, "snapStart").map(_ -> draft.object().put("ApplyOn", "PublishedVersions").tree()));
    logging(function, draft).ifPresent(settings -> fields.put("LoggingConfig", settings));
    granted(function, fields);
    return fields.tree();
  }

  private Optional<Tree> logging(ServiceFunction function, Draft draft) {
    Tree.Mapping settings = draft.object().put("LogFormat", service.logging(function, "logFormat"))
        .put("ApplicationLogLevel", service.logging(function, "applicationLogLevel"))
        .put("SystemLogLevel", service.logging(function, "systemLogLevel"))
        .put("LogGroup", service.logging(function, "logGroup")).tree();
    return settings.entries().isEmpty() ? Optional.empty() : Optional.of(settings);
  }

  private Tree bucket(Draft draft) {
    return service.provider("deploymentBucket")
        .flatMap(tree -> Config.text(tree).isPresent()
            ? Optional.of(tree)
            : Config.at(service.provider(), "deploymentBucket", "name"))
        .orElseGet(() -> draft.ref("ServerlessDeploymentBucket"));
  }

  private Optional<Tree> runtimeManagement(Tree.Mapping config) {
    Optional<Tree> setting = Config.truthy(config, "runtimeManagement").or(() -> service.provider("runtimeManagement"));
    Optional<String> mode = setting
        .flatMap(tree -> Config.text(tree).or(() -> Config.mapping(tree).flatMap(m -> m.text("mode"))));
    if (setting.isEmpty() || mode.isEmpty() || mode.get().equals("auto")) {
      return Optional.empty();
    }
    Draft draft = Draft.of(setting.get());
    String when = mode.get().equals("manual") ? "Manual" : "FunctionUpdate";
    return Optional.of(draft.object().put("UpdateRuntimeOn", when)
        .put("RuntimeVersionArn", Config.mapping(setting.get()).flatMap(m -> Config.value(m, "arn"))).tree());
  }

  private void image(Tree image, Draft.Fields fields, Draft draft) {
    Tree uri = Images.uri(image, service, draft);
    fields.put("Code", draft.object().put("ImageUri", uri).tree()).put("PackageType", "Image");
    if (image instanceof Tree.Mapping settings) {
      Draft.Fields config = Draft.of(image).object().put("Command", Config.truthy(settings, "command"))
          .put("EntryPoint", Config.truthy(settings, "entryPoint"))
          .put("WorkingDirectory", Config.truthy(settings, "workingDirectory"));
      if (!config.isEmpty()) {
        fields.put("ImageConfig", config.tree());
      }
    }
  }

  /** {@code provider}'s entries under {@code key} with the function's over them, entry by entry. */
  private Optional<Tree> layered(String key, Tree.Mapping config) {
    Optional<Tree> general = Config.truthy(service.provider(), key);
    Optional<Tree> own = Config.truthy(config, key);
    if (general.isPresent() && general.get() instanceof Tree.Mapping below && own.isPresent()
        && own.get() instanceof Tree.Mapping above) {
      return Optional.of(Merge.shallow(below, above));
    }
    return own.or(() -> general);
  }

  private Tree role(ServiceFunction function, List<Tree> dependsOn) {
    Optional<Tree> custom = service.customRole(function);
    if (custom.isEmpty()) {
      return function.draft().attribute(Naming.SHARED_ROLE, "Arn");
    }
    Tree role = custom.get();
    Optional<String> text = Config.text(role);
    if (text.isPresent() && text.get().startsWith("arn:")) {
      return role;
    }
    Draft draft = Draft.of(role);
    if (text.isPresent()) {
      if (!Roles.isShared(text.get())) {
        dependsOn.add(draft.text(text.get()));
      }
      return draft.attribute(text.get(), "Arn");
    }
    Config.attribute(role).ifPresent(pair -> dependsOn.add(draft.text(pair.getFirst())));
    return role;
  }

  private Optional<Tree> vpc(Tree.Mapping config) {
    Optional<Tree> own = config.get("vpc");
    if (own.isPresent() && (Config.isNull(own.get()) || Config.text(own.get()).filter("false"::equals).isPresent())) {
      return Optional.empty();
    }
    Optional<Tree> groups = vpcSetting(config, "securityGroupIds").map(Config::listed);
    Optional<Tree> subnets = vpcSetting(config, "subnetIds").map(Config::listed);
    if (groups.isEmpty() || subnets.isEmpty()) {
      return Optional.empty();
    }
    Draft draft = Draft.of(own.orElse(groups.get()));
    return Optional.of(draft.object().put("SecurityGroupIds", groups).put("SubnetIds", subnets).tree());
  }

  private Optional<Tree> vpcSetting(Tree.Mapping config, String key) {
    return Config.at(config, "vpc", key).filter(Config::isTruthy).or(() -> service.provider("vpc", key));
  }

  /** Properties that bring the shared role a statement. */
  private void granted(ServiceFunction function, Draft.Fields fields) {
    Tree.Mapping config = function.config();
    Config.truthy(config, "onError").ifPresent(arn -> {
      fields.put("DeadLetterConfig", Draft.of(arn).object().put("TargetArn", arn).tree());
      if (Config.text(arn).isPresent()) {
        stack.grant(Draft.of(arn).allow(List.of("sns:Publish"), List.of(arn)));
      }
    });
    Config.truthy(config, "kmsKeyArn").or(() -> service.provider("kmsKeyArn")).ifPresent(arn -> {
      fields.put("KmsKeyArn", arn);
      if (Config.text(arn).isPresent()) {
        grantOnce(Draft.of(arn).allow(List.of("kms:Decrypt"), List.of(arn)));
      }
    });
    Config.truthy(config, "tracing").or(() -> service.provider("tracing", "lambda").filter(Config::isTruthy))
        .ifPresent(tracing -> {
          Draft draft = Draft.of(tracing);
          boolean isFlag = Config.text(tracing).filter("true"::equals).isPresent();
          fields.put("TracingConfig", draft.object().put("Mode", isFlag ? draft.text("Active") : tracing).tree());
          grantOnce(
              draft.allow(List.of("xray:PutTraceSegments", "xray:PutTelemetryRecords"), List.of(draft.text("*"))));
        });
    Config.truthy(config, "fileSystemConfig").flatMap(Config::mapping).ifPresent(settings -> {
      Draft draft = Draft.of(settings);
      fields.put("FileSystemConfigs", draft.list(draft.object().put("Arn", Config.value(settings, "arn"))
          .put("LocalMountPath", Config.value(settings, "localMountPath")).tree()));
      Config.value(settings, "arn").ifPresent(arn -> stack
          .grant(draft.allow(List.of("elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"), List.of(arn))));
    });
  }

  private void grantOnce(Tree statement) {
    stack.sharedRole().ifPresent(role -> role.addOnce(statement));
  }

  private void versions(ServiceFunction function, Draft draft) {
    Tree.Mapping config = function.config();
    boolean versioned = Config.value(config, "versionFunction").or(() -> service.provider("versionFunctions"))
        .map(Config::isTruthy).orElse(true);
    if (!versioned && function.aliasName().isEmpty()) {
      return;
    }
    String id = function.normalized() + "LambdaVersion";
    Draft.Fields resource = draft.object().put("Type", "AWS::Lambda::Version");
    if (versioned) {
      resource.put("DeletionPolicy", "Retain");
    }
    resource.put("Properties", draft.object().put("FunctionName", draft.ref(function.logicalId()))
        .put("Description", Config.truthy(config, "description")).tree());
    stack.put(id, resource.tree(), Stack.Origin.of(function));
    function.aliasName().ifPresent(name -> {
      Draft.Fields alias = draft.object().put("FunctionName", draft.ref(function.logicalId()))
          .put("FunctionVersion", draft.attribute(id, "Version")).put("Name", name);
      Config.truthy(config, "provisionedConcurrency").ifPresent(count -> alias.put("ProvisionedConcurrencyConfig",
          draft.object().put("ProvisionedConcurrentExecutions", count).tree()));
      stack.add(function.aliasId().orElseThrow(), "AWS::Lambda::Alias", alias.tree(),
          Optional.of(draft.text(function.logicalId())), Stack.Origin.of(function));
    });
  }

  /** The folder that handler paths start from. */
  private String sourceFolder(ServiceFunction function) {
    String folder = Root.parent(service.path());
    Optional<String> image = Images.folder(function, service);
    if (image.isPresent()) {
      return image.get();
    }
    Optional<String> application = application(function);
    if (application.isPresent()) {
      return folder.isEmpty() ? application.get() : folder + '/' + application.get();
    }
    boolean python = service.plugins().contains("serverless-python-requirements");
    Optional<String> module = python ? function.config().text("module") : Optional.empty();
    return module.flatMap(name -> Root.resolveIn(folder, name)).orElse(folder);
  }

  /** The application that the shim of the plugin serverless-wsgi serves: {@code custom.wsgi.app: api.app}, file and object. */
  private Optional<String> application(ServiceFunction function) {
    if (!service.plugins().contains("serverless-wsgi")
        || function.config().text("handler").filter(handler -> handler.startsWith("wsgi_handler.")).isEmpty()) {
      return Optional.empty();
    }
    return Config.textAt(service.config(), "custom", "wsgi", "app").filter(app -> app.lastIndexOf('.') > 0)
        .map(app -> app.substring(0, app.lastIndexOf('.')).replace('.', '/') + ".py:"
            + app.substring(app.lastIndexOf('.') + 1));
  }
}
