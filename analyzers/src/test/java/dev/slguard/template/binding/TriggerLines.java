package dev.slguard.template.binding;

import dev.slguard.model.Deployment;
import dev.slguard.model.Trigger;
import java.nio.file.Path;
import java.util.List;

/** Triggers as one line each, so that a test shows input and answer together. */
final class TriggerLines {
  private TriggerLines() {}

  /** {@code target shape METHOD path authorization(authorizer) exposure <- source [conditions]}. */
  static List<String> of(Deployment deployment) {
    return deployment.triggers().stream().map(TriggerLines::line).toList();
  }

  /** The triggers of a template whose resources are {@code resources}; functions F and G are there. */
  static List<String> of(Path folder, String resources) {
    return of(new Bound(folder).bind(template(resources)));
  }

  static String template(String resources) {
    return """
      Conditions:
        IsProd: !Equals [!Ref Stage, prod]
      Parameters:
        Stage: {Type: String}
        Given: {Type: String}
      Resources:
        F: {Type: "AWS::Lambda::Function", Properties: {Runtime: python3.13, FunctionName: worker}}
        G: {Type: "AWS::Lambda::Function", Properties: {Runtime: python3.13}}
      """ + resources.indent(2);
  }

  private static String line(Trigger trigger) {
    var line = new StringBuilder(trigger.target()).append(' ').append(trigger.shape());
    trigger.route().ifPresent(route -> line.append(' ').append(route.method()).append(' ').append(route.path()));
    line.append(' ').append(trigger.authorization().kind());
    trigger.authorization().authorizer().ifPresent(name -> line.append('(').append(name).append(')'));
    line.append(' ').append(trigger.exposure());
    trigger.source().ifPresent(source -> line.append(" <- ").append(source));
    if (!trigger.conditions().isAlways()) {
      line.append(" [").append(trigger.conditions().describe()).append(']');
    }
    return line.toString();
  }
}
