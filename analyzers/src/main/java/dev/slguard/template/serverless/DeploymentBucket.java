package dev.slguard.template.serverless;

import dev.slguard.source.Tree;
import dev.slguard.template.serverless.service.Config;
import dev.slguard.template.serverless.service.Draft;
import dev.slguard.template.serverless.service.Stack;
import dev.slguard.template.serverless.service.Tags;
import java.util.Optional;

/** The bucket that holds packages, unless the author names one. */
final class DeploymentBucket {
  private static final String ID = "ServerlessDeploymentBucket";

  private DeploymentBucket() {}

  static void compile(Stack stack) {
    Optional<Tree> setting = stack.service().provider("deploymentBucket").filter(Config::isTruthy);
    Tree.Mapping settings = setting.flatMap(Config::mapping)
        .orElseGet(() -> Tree.emptyMapping(stack.service().config().keyAt("provider")));
    if (setting.flatMap(Config::text).isPresent() || Config.value(settings, "name").isPresent()
        || setting.isPresent() && Config.function(setting.get()).isPresent()) {
      return;
    }
    Draft draft = Draft.of(settings);
    var origin = new Stack.Origin(draft.at(), ID, "AWS::S3::Bucket");
    Tree.Mapping encryption = draft.object()
        .put("ServerSideEncryptionByDefault", draft.object().put("SSEAlgorithm", "AES256").tree()).tree();
    Draft.Fields fields = draft.object()
        .put("BucketEncryption", draft.object().put("ServerSideEncryptionConfiguration", draft.list(encryption)).tree())
        .put("Tags", Config.truthy(settings, "tags").map(Tags::list))
        .put("VersioningConfiguration",
            Config.truthy(settings, "versioning").map(_ -> draft.object().put("Status", "Enabled").tree()))
        .put("PublicAccessBlockConfiguration",
            Config.truthy(settings, "blockPublicAccess")
                .map(_ -> draft.object().put("BlockPublicAcls", draft.flag(true))
                    .put("BlockPublicPolicy", draft.flag(true)).put("IgnorePublicAcls", draft.flag(true))
                    .put("RestrictPublicBuckets", draft.flag(true)).tree()));
    stack.add(ID, "AWS::S3::Bucket", fields.tree(), origin);
    if (Config.truthy(settings, "skipPolicySetup").isEmpty()) {
      stack.add(ID + "Policy", "AWS::S3::BucketPolicy", policy(draft), origin);
    }
  }

  private static Tree.Mapping policy(Draft draft) {
    Tree bucket = draft.join("", draft.text("arn:"), draft.ref("AWS::Partition"), draft.text(":s3:::"), draft.ref(ID));
    Tree objects = draft.join("", draft.text("arn:"), draft.ref("AWS::Partition"), draft.text(":s3:::"), draft.ref(ID),
        draft.text("/*"));
    Tree.Mapping statement = draft.object().put("Action", "s3:*").put("Effect", "Deny").put("Principal", "*")
        .put("Resource", draft.list(objects, bucket))
        .put("Condition",
            draft.object().put("Bool", draft.object().put("aws:SecureTransport", draft.flag(false)).tree()).tree())
        .tree();
    return draft.object().put("Bucket", draft.ref(ID))
        .put("PolicyDocument", draft.object().put("Statement", draft.list(statement)).tree()).tree();
  }
}
