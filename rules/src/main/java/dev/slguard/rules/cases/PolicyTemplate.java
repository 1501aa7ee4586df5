package dev.slguard.rules.cases;

import dev.slguard.source.Tree;
import java.util.Map;

/** Wraps what a case writes in short into a whole template. */
final class PolicyTemplate {
  private static final String TRANSFORM = "Transform: AWS::Serverless-2016-10-31";

  private PolicyTemplate() {}

  /** A SAM template that may leave out its Transform; the lines before stay the same, so it goes to the end. */
  static String withTransform(String text) {
    return text.contains("Transform:") || text.contains("\"Transform\"")
        ? text
        : text + (text.endsWith("\n") ? "" : "\n") + TRANSFORM + '\n';
  }

  /** A template with one managed policy. */
  static String ofPolicy(Tree policy) {
    return wrap("AWS::IAM::ManagedPolicy", "PolicyDocument", policy);
  }

  /** A template with one role that has this trust policy. */
  static String ofTrust(Tree policy) {
    return wrap("AWS::IAM::Role", "AssumeRolePolicyDocument", policy);
  }

  private static String wrap(String type, String property, Tree policy) {
    var text = new StringBuilder("Resources:\n  Policy:\n    Type: ").append(type).append("\n    Properties:\n      ")
        .append(property).append(":");
    if (policy instanceof Tree.Scalar scalar) {
      for (String line : scalar.text().split("\n")) {
        text.append("\n        ").append(line);
      }
    } else {
      text.append(' ');
      json(policy, text);
    }
    return text.append('\n').toString();
  }

  private static void json(Tree tree, StringBuilder text) {
    switch (tree) {
      case Tree.Scalar scalar -> {
        switch (scalar.kind()) {
          case TEXT -> quote(scalar.text(), text);
          case NUMBER, BOOLEAN -> text.append(scalar.text());
          case NULL -> text.append("null");
        }
      }
      case Tree.Sequence(var items, _) -> {
        text.append('[');
        for (int i = 0; i < items.size(); i++) {
          text.append(i == 0 ? "" : ", ");
          json(items.get(i), text);
        }
        text.append(']');
      }
      case Tree.Mapping mapping -> {
        text.append('{');
        String separator = "";
        for (Map.Entry<String, Tree.Entry> entry : mapping.entries().entrySet()) {
          text.append(separator);
          quote(entry.getKey(), text);
          text.append(": ");
          json(entry.getValue().value(), text);
          separator = ", ";
        }
        text.append('}');
      }
    }
  }

  private static void quote(String value, StringBuilder text) {
    text.append('"').append(value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n")).append('"');
  }
}
