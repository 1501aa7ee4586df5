package dev.slguard.template.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slguard.model.Code;
import dev.slguard.model.Deployment;
import dev.slguard.model.Function;
import dev.slguard.model.Provenance;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Documents;
import dev.slguard.source.Limits;
import dev.slguard.source.Root;
import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import dev.slguard.template.Expansion;
import dev.slguard.template.TemplateOptions;
import dev.slguard.template.binding.Binder;
import dev.slguard.template.cloudformation.CloudFormationFormat;
import dev.slguard.template.cloudformation.Evaluator;
import dev.slguard.template.cloudformation.Siblings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The applications of testdata, as aws-cdk-lib wrote them: 2.276.0 (stages, chores), 2.150.0 (uploads) and, from Python, 2.275.0 (ledger). */
class SynthesisedApplicationsTest {
  private final Diagnostics diagnostics = new Diagnostics();

  private List<Deployment> deployments(String name, String... manifests) throws IOException {
    var root = new Root(Path.of("../testdata/" + name), Limits.DEFAULT);
    var deployments = new ArrayList<Deployment>();
    for (String manifest : manifests) {
      Tree.Mapping document = (Tree.Mapping) Documents
          .read(root.read(manifest, Span.startOf(manifest), diagnostics).orElseThrow(), root.limits(), diagnostics)
          .getFirst();
      for (Expansion expansion : new CdkFormat().expand(manifest, document, root, TemplateOptions.NONE, diagnostics)) {
        deployments.add(new Binder().bind(Evaluator.evaluate(expansion, root, TemplateOptions.NONE,
            List.of(new CloudFormationFormat()), Siblings.NONE, diagnostics), root, diagnostics));
      }
    }
    return deployments;
  }

  private static Stream<Function> own(List<Deployment> deployments) {
    return deployments.stream().flatMap(deployment -> deployment.functions().stream())
        .filter(function -> !function.resource().provenance().isHelper());
  }

  private static List<String> handlers(List<Deployment> deployments) {
    return own(deployments).map(function -> switch (function.code()) {
      case Code.Folder(_, var file, String symbol, _) -> file.orElse("") + '#' + symbol;
      case Code.Inline(_, String symbol, _) -> "inline#" + symbol;
      case Code.Image _ -> "image";
      case Code.Missing _ -> "missing";
    }).distinct().sorted().toList();
  }

  private static List<String> lines(List<Deployment> deployments) {
    return own(deployments).map(function -> {
      Provenance provenance = function.resource().provenance();
      return provenance.constructPath().orElse("") + ' ' + provenance.program().map(Span::toString).orElse("");
    }).sorted().toList();
  }

  @Test
  void stages_with_a_minified_bundle_and_its_source_map() throws IOException {
    List<Deployment> stages = deployments("cdk-stages", "cdk.out/manifest.json");
    assertThat(stages).hasSize(2);
    assertThat(handlers(stages)).containsExactly("src/scanner/scanner.py#handler", "src/search.ts#handler");
    assertThat(lines(stages)).containsExactly("Beta/Tickets/Scanner/Resource lib/tickets.ts:32:21",
        "Beta/Tickets/Search/Resource lib/tickets.ts:24:20", "Prod/Tickets/Scanner/Resource lib/tickets.ts:32:21",
        "Prod/Tickets/Search/Resource lib/tickets.ts:24:20");
    assertThat(diagnostics.toList()).isEmpty();
  }

  @Test
  void what_cdk_deploys_for_itself_is_not_the_authors() throws IOException {
    assertThat(deployments("cdk-stages", "cdk.out/manifest.json").getFirst().functions())
        .filteredOn(function -> function.resource().provenance().isHelper())
        .extracting(function -> function.id().replaceAll("[0-9a-fA-F]{8,}$", "")).containsExactlyInAnyOrder(
            "CustomS3AutoDeleteObjectsCustomResourceProviderHandler", "LogRetention", "BucketNotificationsHandler");
    assertThat(deployments("cdk-uploads", "cdk.out/manifest.json").getFirst().functions())
        .filteredOn(function -> function.resource().provenance().isHelper()).extracting(Function::id)
        .containsExactly("ProviderframeworkonEvent83C1D0A7");
  }

  @Test
  void version_2_150_without_path_metadata_bundled_from_the_folder_above_the_root() throws IOException {
    List<Deployment> uploads = deployments("cdk-uploads", "cdk.out/manifest.json");
    assertThat(handlers(uploads)).containsExactly("inline#handler", "src/resize/index.js#handler",
        "src/upload.ts#handler");
    assertThat(lines(uploads)).containsExactly("Uploads/Prepare/Resource ", "Uploads/Resize/Resource ",
        "Uploads/Upload/Resource ");
    assertThat(diagnostics.toList()).isEmpty();
  }

  @Test
  void a_program_in_python_with_a_nested_stack() throws IOException {
    List<Deployment> ledger = deployments("cdk-ledger", "cdk.out/manifest.json");
    assertThat(handlers(ledger)).containsExactly("functions/audit/audit.py#run",
        "functions/entries/entries.py#handler");
    assertThat(lines(ledger)).containsExactly("Ledger/Audits/Audit/Resource ", "Ledger/Write/Resource ");
    assertThat(diagnostics.toList()).isEmpty();
  }

  @Test
  void providers_of_the_author_and_functions_with_names_like_those_of_helpers() throws IOException {
    List<Deployment> chores = deployments("cdk-chores", "cdk.out/manifest.json");
    assertThat(handlers(chores)).containsExactly("src/cleaner/index.js#handler", "src/index/index.js#handler",
        "src/job/index.js#handler", "src/reporter/index.js#handler", "src/seed/index.js#handler");
    assertThat(lines(chores)).allMatch(line -> line.contains(" lib/chores.ts:"))
        .anyMatch(line -> line.startsWith("Chores/Custom::SeedCustomResourceProvider/Handler "));
    assertThat(chores.getFirst().functions()).filteredOn(function -> function.resource().provenance().isHelper())
        .extracting(function -> function.resource().provenance().constructPath().orElseThrow())
        .containsExactlyInAnyOrder("Chores/Migration/framework-onEvent/Resource",
            "Chores/Migration/framework-isComplete/Resource", "Chores/Migration/framework-onTimeout/Resource",
            "Chores/AWSCDK.TriggerCustomResourceProviderCustomResourceProvider/Handler",
            "Chores/AWS679f53fac002430cb0da5b7982bd2287/Resource");
  }
}
