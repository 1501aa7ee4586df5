package dev.slguard.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slguard.source.Diagnostics;
import dev.slguard.source.Limits;
import dev.slguard.source.Root;
import dev.slguard.source.SourceFile;
import dev.slguard.template.TemplateOptions;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of a file that was lowered. */
class LoweringMemoryTest {
  @TempDir
  Path folder;

  @Test
  void nothing_is_kept_of_a_template_whose_lowered_form_is_let_go() throws IOException {
    var root = new Root(folder, Limits.DEFAULT);
    var made = new ArrayList<WeakReference<?>>();
    for (int i = 0; i < 50; i++) {
      SourceFile source = template(i);
      made.add(new WeakReference<>(source.text()));
      made.add(new WeakReference<>(Lowering.expand(source, root, TemplateOptions.NONE, new Diagnostics()).getFirst()));
      made.add(new WeakReference<>(
          Lowering.deployments(source, root, TemplateOptions.NONE, new Diagnostics()).getFirst().resources()));
    }
    assertThat(left(made)).isZero();
  }

  @Test
  void a_deployment_does_not_hold_the_text_it_was_read_from() throws IOException {
    var root = new Root(folder, Limits.DEFAULT);
    var texts = new ArrayList<WeakReference<?>>();
    var deployments = new ArrayList<Object>();
    for (int i = 0; i < 50; i++) {
      SourceFile source = template(i);
      texts.add(new WeakReference<>(source.text()));
      deployments.addAll(Lowering.deployments(source, root, TemplateOptions.NONE, new Diagnostics()));
    }
    assertThat(left(texts)).isZero();
    assertThat(deployments).hasSize(50);
  }

  private static SourceFile template(int number) {
    return SourceFile.of("template" + number + ".yaml", """
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Function:
          Type: AWS::Serverless::Function
          Properties:
            Handler: index.handler
            Runtime: python3.13
            InlineCode: |
              def handler(event, context):
                  return %d
            Events:
              Get:
                Type: Api
                Properties: {Path: /p, Method: get}
      """.formatted(number));
  }

  /** How many are still held once the collector has had its turn. */
  private static int left(List<WeakReference<?>> made) {
    int left = made.size();
    for (int turn = 0; turn < 20 && left > 0; turn++) {
      System.gc();
      left = (int) made.stream().filter(reference -> reference.get() != null).count();
    }
    return left;
  }
}
