package dev.slguard.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slguard.source.Limits;
import dev.slguard.source.Root;
import dev.slguard.source.Tree;
import dev.slguard.template.cloudformation.TreeJson;
import dev.slguard.template.cloudformation.TreeYaml;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A template written in the other syntax deploys the same. */
class TwinTemplatesTest {

  @Test
  void templates_of_the_corpus_and_their_twins_in_the_other_syntax_lower_to_the_same_model() throws IOException {
    Path folder = LoweredModel.corpus("serverless-patterns");
    var root = new Root(folder, Limits.DEFAULT);
    var differing = new ArrayList<String>();
    List<String> templates = LoweredModel.templates(folder, root);
    for (String path : templates) {
      Tree.Mapping written = LoweredModel.document(path, root).orElseThrow();
      boolean json = path.endsWith(".json");
      String twinPath = path.substring(0, path.lastIndexOf('.')) + (json ? ".yaml" : ".json");
      String text = json ? TreeYaml.documents(List.of(written)) : TreeJson.compact(written);
      Tree.Mapping twin = LoweredModel.parsed(twinPath, text);
      List<String> expected = LoweredModel.of(path, written, root);
      LoweredModel.difference(expected, LoweredModel.of(twinPath, twin, root))
          .ifPresent(difference -> differing.add(path + ": " + difference));
      // The YAML writer too: what it writes of a YAML template is read as the same tree.
      Tree.Mapping again = LoweredModel.parsed(path, TreeYaml.documents(List.of(written)));
      LoweredModel.difference(expected, LoweredModel.of(path, again, root))
          .ifPresent(difference -> differing.add(path + " rewritten: " + difference));
    }
    assertThat(differing).isEmpty();
    assertThat(templates).hasSizeGreaterThan(250);
  }
}
