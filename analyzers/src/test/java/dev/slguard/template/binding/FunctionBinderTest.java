package dev.slguard.template.binding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slguard.model.Code;
import dev.slguard.model.Deployment;
import dev.slguard.model.Function;
import dev.slguard.model.Value;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionBinderTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  private Code code(String template, String... files) {
    return Bound.function(bind(template, files), "F").code();
  }

  private Deployment bind(String template, String... files) {
    var bound = new Bound(folder);
    for (String file : files) {
      bound.file(file, "");
    }
    return bound.bind(template);
  }

  private static String function(String runtime, String handler, String code) {
    return """
      Resources:
        F:
          Type: AWS::Lambda::Function
          Properties:
            Runtime: %s
            Handler: %s
            Code: %s
      """.formatted(runtime, handler, code);
  }

  private void assertFound(Code code, String file, String symbol) {
    assertThat(code).isInstanceOfSatisfying(Code.Folder.class, found -> {
      assertThat(found.file()).contains(file);
      assertThat(found.symbol()).isEqualTo(symbol);
    });
  }

  @Test
  void python_handler_with_slashes_or_dots_names_a_module_below_the_code_folder() {
    assertFound(code(function("python3.13", "a/b.run", "src"), "src/a/b.py"), "src/a/b.py", "run");
    assertFound(code(function("python3.13", "a.b.run", "src"), "src/a/b.py"), "src/a/b.py", "run");
  }

  @Test
  void missing_python_file_says_what_was_looked_for() {
    assertThat(code(function("python3.13", "app.run", "src"), "src/other.py")).isInstanceOfSatisfying(
        Code.Missing.class, missing -> assertThat(missing.why()).isEqualTo("no file of handler 'app.run' in 'src'"));
  }

  @Test
  void code_that_names_the_program_itself_is_that_program() {
    assertFound(code(function("python3.13", "lambda_function.lambda_handler", "src/app.py"), "src/app.py"),
        "src/app.py", "lambda_handler");
  }

  @Test
  void code_folder_that_does_not_exist_is_searched_from_the_nearest_one_that_does() {
    assertFound(code(function("python3.13", "app.run", "functions/typo"), "functions/real/app.py"),
        "functions/real/app.py", "run");
  }

  @Test
  void node_handler_is_found_under_every_extension() {
    assertFound(code(function("nodejs22.x", "index.handler", "src"), "src/index.mjs"), "src/index.mjs", "handler");
    assertFound(code(function("nodejs22.x", "index.handler", "web"), "web/index.tsx"), "web/index.tsx", "handler");
    assertFound(code(function("nodejs22.x", "app.orders.create", "lib"), "lib/app.ts"), "lib/app.ts", "orders.create");
  }

  @Test
  void built_javascript_leads_to_the_typescript_it_is_made_from() {
    assertFound(code(function("nodejs22.x", "dist/app.handler", "svc"), "svc/src/app.ts"), "svc/src/app.ts", "handler");
    assertFound(code(function("nodejs22.x", "app.handler", "web/dist"), "web/src/app.ts"), "web/src/app.ts", "handler");
  }

  @Test
  void entry_point_of_esbuild_is_the_source() {
    String template = function("nodejs22.x", "app.handler", "svc") + """
          Metadata:
            BuildMethod: esbuild
            BuildProperties:
              EntryPoints: [code/start.ts]
      """;
    assertFound(code(template, "svc/code/start.ts"), "svc/code/start.ts", "handler");
  }

  @Test
  void java_class_is_found_in_the_module_above_its_jar() {
    assertFound(
        code(function("java21", "com.acme.App::handle", "orders/target/orders.jar"),
            "orders/src/main/java/com/acme/App.java"),
        "orders/src/main/java/com/acme/App.java", "com.acme.App::handle");
    assertFound(code(function("java21", "com.acme.App", "."), "src/main/java/com/acme/App.java"),
        "src/main/java/com/acme/App.java", "com.acme.App::handleRequest");
  }

  @Test
  void framework_entry_class_is_a_folder_without_file() {
    assertThat(code(function("java21", "io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler::handleRequest", "svc"),
        "svc/pom.xml")).isInstanceOfSatisfying(Code.Folder.class, found -> assertThat(found.file()).isEmpty());
  }

  @Test
  void other_languages_are_folders_without_file() {
    assertThat(code(function("provided.al2023", "bootstrap", "svc"), "svc/main.go"))
        .isInstanceOfSatisfying(Code.Folder.class, found -> {
          assertThat(found.folder()).isEqualTo("svc");
          assertThat(found.file()).isEmpty();
        });
  }

  @Test
  void absent_code_is_the_folder_of_the_template() {
    String template = """
      Resources:
        F:
          Type: AWS::Lambda::Function
          Properties: {Runtime: python3.13, Handler: app.run}
      """;
    var deployment = new Bound(folder).file("svc/app.py", "").bind("svc/template.yaml", template);
    assertFound(Bound.function(deployment, "F").code(), "svc/app.py", "run");
  }

  @Test
  void packaged_code_is_missing_with_its_place() {
    assertThat(code(function("python3.13", "app.run", "{S3Bucket: b, S3Key: k.zip}"))).isInstanceOfSatisfying(
        Code.Missing.class, missing -> assertThat(missing.why()).isEqualTo("its package is the S3 object 'b/k.zip'"));
  }

  @Test
  void asset_folder_of_cdk_stands_for_its_package() {
    assertFound(code(function("nodejs22.x", "index.handler", "{S3Bucket: b, S3Key: 0af3.zip}"), "asset.0af3/index.js"),
        "asset.0af3/index.js", "handler");
  }

  @Test
  void code_outside_of_the_root_is_missing() {
    assertThat(code(function("python3.13", "app.run", "../../etc"))).isInstanceOf(Code.Missing.class);
  }

  @Test
  void folder_that_the_format_knows_wins() {
    var deployment = new Bound(folder).file("asset/index.js", "").sources(Map.of("F", "asset"))
        .bind(function("nodejs22.x", "index.handler", "{S3Bucket: b, S3Key: k.zip}"));
    assertFound(Bound.function(deployment, "F").code(), "asset/index.js", "handler");
  }

  @Test
  void start_script_of_the_web_adapter_leads_to_the_program() {
    var deployment = new Bound(folder).file("app/run.sh", "#!/bin/bash\nexec python -m uvicorn main:app --port 8080\n")
        .file("app/main.py", "").bind(function("python3.13", "run.sh", "app"));
    assertFound(Bound.function(deployment, "F").code(), "app/main.py", "app");
  }

  @Test
  void wrapper_of_a_monitoring_product_leads_to_the_real_handler() {
    String template = function("nodejs22.x", "/opt/nodejs/node_modules/datadog-lambda-js/handler.handler", "src")
        + "      Environment: {Variables: {DD_LAMBDA_HANDLER: app.run}}\n";
    assertFound(code(template, "src/app.js"), "src/app.js", "run");
  }

  @Test
  void image_with_dockerfile_names_its_handler_file() {
    String template = """
      Resources:
        F:
          Type: AWS::Lambda::Function
          Metadata: {DockerContext: ./img, Dockerfile: Dockerfile.prod}
          Properties: {PackageType: Image, Code: {ImageUri: x}}
      """;
    var deployment = new Bound(folder)
        .file("img/Dockerfile.prod",
            "FROM public.ecr.aws/lambda/python:3.13\nCOPY code/ ${LAMBDA_TASK_ROOT}\nCMD [\"app.run\"]\n")
        .file("img/code/app.py", "").bind(template);
    assertThat(Bound.function(deployment, "F").code()).isInstanceOfSatisfying(Code.Image.class, image -> {
      assertThat(image.folder()).contains("img");
      assertThat(image.file()).contains("img/code/app.py");
      assertThat(image.symbol()).isEqualTo("run");
    });
  }

  @Test
  void layer_folders_role_and_environment_are_bound() {
    String template = """
      Resources:
        Shared: {Type: "AWS::Lambda::LayerVersion", Properties: {Content: ./layer}}
        R: {Type: "AWS::IAM::Role", Properties: {}}
        F:
          Type: AWS::Lambda::Function
          Properties:
            Layers: [!Ref Shared, "arn:aws:lambda:eu-west-1:123456789012:layer:x:1"]
            Role: !GetAtt R.Arn
            Environment: {Variables: !If [IsProd, {A: 1, B: 2}, {A: 3}]}
      """;
    var function = Bound.function(bind(template, "layer/python/shared.py"), "F");
    assertThat(function.layerFolders()).containsExactly("layer");
    assertThat(function.layers()).hasSize(2);
    assertThat(function.role()).contains("R");
    assertThat(function.environment().keySet()).containsExactly("A", "B");
    assertThat(function.environment().get("B")).isInstanceOfSatisfying(Value.Choice.class,
        choice -> assertThat(choice.whenFalse()).isInstanceOf(Value.Absent.class));
  }

  @Test
  void a_function_has_every_role_between_which_conditions_choose() {
    String template = """
      Parameters: {A: {Type: String}}
      Conditions: {X: !Equals [!Ref A, "1"], Never: !And [!Condition X, !Not [!Condition X]]}
      Resources:
        R1: {Type: "AWS::IAM::Role", Properties: {}}
        R2: {Type: "AWS::IAM::Role", Properties: {}}
        R3: {Type: "AWS::IAM::Role", Properties: {}}
        F:
          Type: AWS::Lambda::Function
          Properties:
            Role: !If [X, !GetAtt R1.Arn, !If [Never, !GetAtt R3.Arn, !GetAtt R2.Arn]]
      """;
    var function = Bound.function(bind(template), "F");
    assertThat(function.roles()).extracting(runs -> runs.role() + " if " + runs.conditions().describe())
        .containsExactly("R1 if A = '1'", "R2 if not A = '1'");
    assertThat(function.role()).contains("R1");
    assertThat(function.runsAs("R2")).isTrue();
    assertThat(function.runsAs("R3")).isFalse();
  }

  @Test
  void web_function_runs_what_its_revision_names() {
    Deployment deployment = new Bound(folder).file("web/dist/server.js", "").file("plain/index.mjs", "").bind(
        """
          Resources:
            W: {Type: "AWS::Lambda::WebFunction", Properties: {FunctionName: w}}
            WR:
              Type: AWS::Lambda::WebFunctionRevision
              Properties:
                FunctionName: w
                BuildConfig: {CodeConfig: {S3Object: web/}, RuntimeConfig: {Runtime: nodejs24.x}}
                ServiceConfig: {ExecutionRoleArn: !GetAtt Role.Arn, EnvironmentVariables: {A: b, AWS_LAMBDA_NODEJS_ENTRYPOINT: node dist/server.js}}
            P: {Type: "AWS::Lambda::WebFunction", Properties: {FunctionName: p}}
            PR:
              Type: AWS::Lambda::WebFunctionRevision
              Properties: {FunctionName: !Ref P, BuildConfig: {CodeConfig: {S3Object: plain}, RuntimeConfig: {Runtime: nodejs24.x}}, ServiceConfig: {}}
            N: {Type: "AWS::Lambda::WebFunction", Properties: {FunctionName: n}}
            Role: {Type: "AWS::IAM::Role", Properties: {}}
          """);
    Function function = Bound.function(deployment, "W");
    assertThat(function.runtime()).contains("nodejs24.x");
    assertThat(function.environment()).containsKeys("A", "AWS_LAMBDA_NODEJS_ENTRYPOINT");
    assertThat(function.role()).contains("Role");
    assertThat(((Code.Folder) function.code()).file()).contains("web/dist/server.js");
    assertThat(((Code.Folder) Bound.function(deployment, "P").code()).file()).contains("plain/index.mjs");
    assertThat(Bound.function(deployment, "N").code()).isInstanceOf(Code.Missing.class);
  }
}
