package dev.slguard.template.cdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.slguard.model.Code;
import dev.slguard.model.Deployment;
import dev.slguard.model.Provenance;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Documents;
import dev.slguard.source.Limits;
import dev.slguard.source.Root;
import dev.slguard.source.Scratch;
import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import dev.slguard.template.Expansion;
import dev.slguard.template.TemplateOptions;
import dev.slguard.template.binding.Binder;
import dev.slguard.template.cloudformation.CloudFormationFormat;
import dev.slguard.template.cloudformation.Evaluator;
import dev.slguard.template.cloudformation.Siblings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CdkFormatTest {
  private static final Path SHOP = Path.of("../testdata/cdk-shop");
  private final Diagnostics diagnostics = new Diagnostics();

  private List<Expansion> expand(Root root, String path) {
    Tree.Mapping manifest = document(root, path);
    var format = new CdkFormat();
    assertThat(format.recognises(path, manifest)).isTrue();
    return format.expand(path, manifest, root, TemplateOptions.NONE, diagnostics);
  }

  private Tree.Mapping document(Root root, String path) {
    return (Tree.Mapping) Documents
        .read(root.read(path, Span.startOf(path), diagnostics).orElseThrow(), root.limits(), diagnostics).getFirst();
  }

  private Expansion shop() throws IOException {
    return expand(new Root(SHOP, Limits.DEFAULT), "cdk.out/manifest.json").getFirst();
  }

  private static Provenance provenance(Expansion expansion, String id) {
    return Optional.ofNullable(expansion.provenance().get(id)).orElseThrow();
  }

  private static Root root(Path folder, Map<String, String> files) throws IOException {
    for (var file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    return new Root(folder, Limits.DEFAULT);
  }

  @Test
  void resources_know_their_construct_and_the_line_of_the_program() throws IOException {
    Expansion shop = shop();
    Provenance url = provenance(shop, "OrdersFunctionUrl8967AA01");
    assertThat(url.constructPath()).contains("Shop/Orders/FunctionUrl/Resource");
    assertThat(url.program().orElseThrow()).hasToString("lib/shop.ts:39:12");
    assertThat(provenance(shop, "OrdersServiceRoleF2087E22").program().orElseThrow()).hasToString("lib/shop.ts:33:20");
    assertThat(url.at().file()).isEqualTo("cdk.out/Shop.template.json");
    assertThat(diagnostics.toList()).isEmpty();
  }

  @Test
  void nested_stacks_are_keyed_by_path_and_followed_by_their_local_template() throws IOException {
    Expansion shop = shop();
    String nested = "ReportsNestedStackReportsNestedStackResource6385503C";
    assertThat(shop.body().mapping("Resources").flatMap(r -> r.mapping(nested)).flatMap(r -> r.mapping("Properties"))
        .flatMap(p -> p.text("TemplateURL"))).contains("ShopReports62D422BE.nested.template.json");
    Provenance report = provenance(shop, nested + "/ReportC847FC22");
    assertThat(report.constructPath()).contains("Shop/Reports/Report/Resource");
    assertThat(report.program().orElseThrow()).hasToString("lib/shop.ts:16:20");
    assertThat(report.at().file()).isEqualTo("cdk.out/ShopReports62D422BE.nested.template.json");
  }

  @Test
  void assets_lead_to_their_source_whether_bundled_or_copied() throws IOException {
    assertThat(shop().sourceFolders()).containsEntry("OrdersA9B65338", "src/orders.ts")
        .containsEntry("ReportsNestedStackReportsNestedStackResource6385503C/ReportC847FC22", "src/report");
  }

  @Test
  void a_bundled_handler_is_bound_to_the_file_it_was_made_from() throws IOException {
    var root = new Root(SHOP, Limits.DEFAULT);
    Expansion shop = expand(root, "cdk.out/manifest.json").getFirst();
    Deployment deployment = new Binder().bind(Evaluator.evaluate(shop, root, TemplateOptions.NONE, diagnostics), root,
        diagnostics);
    assertThat(deployment.functions()).filteredOn(f -> f.id().equals("OrdersA9B65338"))
        .extracting(f -> ((Code.Folder) f.code()).file().orElse("") + '#' + ((Code.Folder) f.code()).symbol())
        .containsExactly("src/orders.ts#handler");
  }

  @Test
  void functions_of_nested_stacks_are_bound_to_their_source_and_know_their_construct() throws IOException {
    var root = new Root(SHOP, Limits.DEFAULT);
    Expansion shop = expand(root, "cdk.out/manifest.json").getFirst();
    Deployment deployment = new Binder().bind(Evaluator.evaluate(shop, root, TemplateOptions.NONE,
        List.of(new CloudFormationFormat()), Siblings.NONE, diagnostics), root, diagnostics);
    assertThat(deployment.functions()).filteredOn(f -> f.id().endsWith("/ReportC847FC22")).extracting(
        f -> ((Code.Folder) f.code()).file().orElse("") + ' ' + f.resource().provenance().constructPath().orElse(""))
        .containsExactly("src/report/app.py Shop/Reports/Report/Resource");
    assertThat(diagnostics.toList()).isEmpty();
  }

  @Test
  void what_bootstrapping_needs_is_left_out() throws IOException {
    Expansion shop = shop();
    assertThat(shop.body().has("Rules")).isFalse();
    assertThat(shop.body().has("Parameters")).isFalse();
  }

  @Test
  void an_assembly_covers_its_templates() throws IOException {
    var root = new Root(SHOP, Limits.DEFAULT);
    assertThat(new CdkFormat().covers("cdk.out/manifest.json", document(root, "cdk.out/manifest.json"), root))
        .containsExactly("cdk.out/Shop.assets.json", "cdk.out/Shop.metadata.json", "cdk.out/Shop.template.json",
            "cdk.out/ShopReports62D422BE.nested.template.json", "cdk.out/manifest.json");
  }

  @Test
  void inline_metadata_stages_and_helpers(@TempDir Path folder) throws IOException {
    Root root = root(folder, Map.of("cdk.out/manifest.json", """
      {"version": "36.0.0", "artifacts": {"assembly-Beta": {"type": "cdk:cloud-assembly",
        "properties": {"directoryName": "assembly-Beta", "displayName": "Beta"}}}}
      """, "cdk.out/assembly-Beta/manifest.json", """
      {"version": "36.0.0", "artifacts": {
        "A": {"type": "cdk:asset-manifest", "properties": {"file": "A.assets.json"}},
        "BetaShop": {"type": "aws:cloudformation:stack", "displayName": "Beta/Shop",
          "properties": {"templateFile": "S.template.json"},
          "metadata": {
            "/Beta/Shop/F/Resource": [{"type": "aws:cdk:logicalId", "data": "F",
              "trace": ["new F (/elsewhere/app/lib/app.ts:2:3)"]}],
            "/Beta/Shop/Custom::S3AutoDeleteObjectsCustomResourceProvider/Handler": [
              {"type": "aws:cdk:logicalId", "data": "H"},
              {"type": "aws:cdk:is-custom-resource-handler-customResourceProvider", "data": true}]}}}}
      """, "cdk.out/assembly-Beta/A.assets.json", "{\"files\": {\"abc\": {\"source\": {\"path\": \"../asset.abc\"}}}}",
        "cdk.out/assembly-Beta/S.template.json",
        """
          {"Resources": {
            "F": {"Type": "AWS::Lambda::Function", "Properties": {"Handler": "index.main", "Code": {"S3Key": "abc.zip"}}},
            "H": {"Type": "AWS::Lambda::Function", "Properties": {"Handler": "index.handler", "Code": {"S3Key": "h.zip"}}},
            "M": {"Type": "AWS::CDK::Metadata"}}}
          """,
        "cdk.out/asset.abc/index.js", "main = 1\n//# sourceMappingURL=index.js.map\n", "cdk.out/asset.abc/index.js.map",
        "{\"sources\": [\"../../node_modules/x/y.js\", \"../../lib/main.ts\"]}", "lib/main.ts",
        "export const main = 1;\n", "lib/app.ts", "// app\n  new F();\n"));
    Expansion stack = expand(root, "cdk.out/manifest.json").getFirst();
    assertThat(stack.name()).isEqualTo("cdk.out/manifest.json (Beta/Shop)");
    assertThat(stack.sourceFolders()).containsEntry("F", "lib/main.ts");
    assertThat(provenance(stack, "F").program().orElseThrow()).isEqualTo(new Span("lib/app.ts", 2, 3, 2, 11));
    assertThat(provenance(stack, "H").authoredType()).isEqualTo(CdkFormat.HELPER);
    assertThat(stack.provenance()).doesNotContainKey("M");
  }

  @Test
  void one_logical_id_in_a_stack_and_its_nested_one_without_templateFile_entries(@TempDir Path folder)
      throws IOException {
    Root root = root(folder, Map.of("cdk.out/manifest.json", """
      {"version": "36.0.0", "artifacts": {
        "A": {"type": "cdk:asset-manifest", "properties": {"file": "A.assets.json"}},
        "S": {"type": "aws:cloudformation:stack", "properties": {"templateFile": "S.template.json", "stackName": "S"},
          "metadata": {
            "/S/Inner/F/Resource": [{"type": "aws:cdk:logicalId", "data": "F"}],
            "/S/F/Resource": [{"type": "aws:cdk:logicalId", "data": "F"}],
            "/S/Inner.NestedStack/Inner.NestedStackResource": [{"type": "aws:cdk:logicalId", "data": "N"}]}}}}
      """, "cdk.out/A.assets.json",
        "{\"files\": {\"abc\": {\"source\": {\"path\": \"N.nested.template.json\", \"packaging\": \"file\"}}}}",
        "cdk.out/S.template.json",
        """
          {"Resources": {"F": {"Type": "AWS::SQS::Queue"},
            "N": {"Type": "AWS::CloudFormation::Stack", "Properties": {"TemplateURL": {"Fn::Join": ["", ["x", "/abc.json"]]}}}}}
          """,
        "cdk.out/N.nested.template.json", "{\"Resources\": {\"F\": {\"Type\": \"AWS::SQS::Queue\"}}}"));
    Expansion stack = expand(root, "cdk.out/manifest.json").getFirst();
    assertThat(provenance(stack, "F").constructPath()).contains("S/F/Resource");
    assertThat(provenance(stack, "N/F").constructPath()).contains("S/Inner/F/Resource");
  }

  @Test
  void of_the_sources_of_a_bundle_the_one_that_exports_the_handler_is_meant(@TempDir Path folder) throws IOException {
    Root root = root(folder, Map.of("lib/run.ts", "export const run = 1;\n", "lib/helper.ts",
        "export const help = 1;\n", "cdk.out/asset.a/index.js", "x\n// lib/run.ts\ny\n// lib/helper.ts\n"));
    assertThat(new AssetSource("cdk.out", root).of("cdk.out/asset.a", "index.run")).isEqualTo("lib/run.ts");
    assertThat(new AssetSource("cdk.out", root).of("cdk.out/asset.a", "index.other")).isEqualTo("lib/helper.ts");
  }

  @Test
  void behind_the_entry_point_of_a_custom_resource_provider_stands_the_authors_file(@TempDir Path folder)
      throws IOException {
    Root root = root(folder,
        Map.of("lib/seed/index.js", "exports.handler = 1;\n", "cdk.out/asset.a/index.js", "exports.handler = 1;\n",
            "cdk.out/asset.a/__entrypoint__.js", "require('./index')\n", "cdk.out/asset.b/index.js",
            "exports.handler = 2;\n", "cdk.out/asset.b/__entrypoint__.js", "require('./index')\n"));
    var source = new AssetSource("cdk.out", root);
    assertThat(source.of("cdk.out/asset.a", "__entrypoint__.handler")).isEqualTo("lib/seed/index.js");
    assertThat(source.of("cdk.out/asset.b", "__entrypoint__.handler")).isEqualTo("cdk.out/asset.b/index.js");
  }

  @Test
  void paths_never_leave_the_root(@TempDir Path folder) throws IOException {
    Root root = root(folder, Map.of("app/cdk.out/manifest.json", """
      {"version": "1", "artifacts": {"S": {"type": "aws:cloudformation:stack",
        "properties": {"templateFile": "../../../../etc/passwd"}},
        "T": {"type": "cdk:cloud-assembly", "properties": {"directoryName": "."}},
        "U": {"type": "aws:cloudformation:stack", "properties": {"templateFile": "missing.json"}}}}
      """));
    assertThat(expand(root, "app/cdk.out/manifest.json")).isEmpty();
    assertThat(diagnostics.toList()).anyMatch(d -> d.message().contains("names no template in the assembly"))
        .anyMatch(d -> d.message().contains("'app/cdk.out/missing.json' is not a file inside"));
  }

  /** Each file of the sample cut off anywhere. */
  @Property(tries = 60)
  void truncated_files_never_make_it_throw(@ForAll @IntRange(min = 0, max = 4) int which,
      @ForAll @IntRange(min = 0, max = 8000) int length) throws IOException {
    List<String> names = List.of("manifest.json", "Shop.metadata.json", "Shop.assets.json", "Shop.template.json",
        "ShopReports62D422BE.nested.template.json");
    try (Scratch scratch = Scratch.create()) {
      Path folder = scratch.folder();
      Files.createDirectories(folder.resolve("cdk.out"));
      for (String name : names) {
        String text = Files.readString(SHOP.resolve("cdk.out").resolve(name));
        Files.writeString(folder.resolve("cdk.out").resolve(name),
            name.equals(names.get(which)) ? text.substring(0, Math.min(length, text.length())) : text);
      }
      var root = new Root(folder, Limits.DEFAULT);
      List<Tree> documents = Documents.read(
          root.read("cdk.out/manifest.json", Span.startOf("m"), diagnostics).orElseThrow(), root.limits(), diagnostics);
      assertThatCode(() -> documents.stream().filter(Tree.Mapping.class::isInstance).map(Tree.Mapping.class::cast)
          .forEach(m -> new CdkFormat().expand("cdk.out/manifest.json", m, root, TemplateOptions.NONE, diagnostics)))
          .doesNotThrowAnyException();
    }
  }
}
