package dev.slguard.iam.effective;

import dev.slguard.iam.policy.Glob;
import dev.slguard.iam.policy.Part;
import dev.slguard.iam.policy.TextPattern;
import dev.slguard.model.Resource;
import dev.slguard.model.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** ARNs that resources get from names written out in the template; others are named at deployment. */
public final class PhysicalArn {
  private PhysicalArn() {}

  /** The ARN with holes for partition, region and account; empty if the template does not fix the name. */
  public static Optional<Glob> of(Resource resource) {
    return switch (resource.type()) {
      case "AWS::IAM::Role" -> named(resource, "RoleName", "iam", "role" + path(resource));
      case "AWS::IAM::User" -> named(resource, "UserName", "iam", "user" + path(resource));
      case "AWS::IAM::Group" -> named(resource, "GroupName", "iam", "group" + path(resource));
      case "AWS::Lambda::Function" -> named(resource, "FunctionName", "lambda", "function:");
      case "AWS::StepFunctions::StateMachine" -> named(resource, "StateMachineName", "states", "stateMachine:");
      case "AWS::CodeBuild::Project" -> named(resource, "Name", "codebuild", "project/");
      default -> Optional.empty();
    };
  }

  private static String path(Resource resource) {
    return Values.text(resource.property("Path")).filter(path -> path.startsWith("/")).orElse("/");
  }

  private static Optional<Glob> named(Resource resource, String property, String service, String before) {
    return Values.text(resource.property(property)).filter(name -> !name.isEmpty()).map(name -> {
      var parts = new ArrayList<Part>(List.of(new Part.Literal("arn:"), segment("AWS::Partition")));
      parts.add(new Part.Literal(":" + service + ":"));
      if (!service.equals("iam")) {
        parts.add(segment("AWS::Region"));
      }
      parts.addAll(List.of(new Part.Literal(":"), segment("AWS::AccountId"), new Part.Literal(":" + before + name)));
      return Glob.of(new TextPattern(parts, resource.provenance().at()), false);
    });
  }

  private static Part segment(String parameter) {
    return new Part.Hole(parameter, Optional.empty(), true);
  }
}
