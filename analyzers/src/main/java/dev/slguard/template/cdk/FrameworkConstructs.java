package dev.slguard.template.cdk;

import dev.slguard.source.Root;
import java.util.List;
import java.util.Set;

/**
 * Tells which constructs CDK makes to serve its own custom resources, by their paths and the marks of the metadata. Names
 * are the exact ones of aws-cdk-lib 2.150 to 2.276: an author may call a function {@code LogRetentionCleaner} and write a
 * {@code CustomResourceProvider} with code of his own, and both stay his.
 */
final class FrameworkConstructs {
  /** What {@code CustomResourceProvider.getOrCreate} appends to the name that it is given. */
  private static final String PROVIDER = "CustomResourceProvider";

  /** Names for which CDK itself calls {@code CustomResourceProvider.getOrCreate}. */
  private static final Set<String> PROVIDED = Set.of("AWSCDK.TriggerCustomResourceProvider", "AWSCDKCfnUtilsProvider",
      "Custom::AWSCDKOpenIdConnectProvider", "Custom::CrossAccountZoneDelegation", "Custom::CrossRegionExportReader",
      "Custom::CrossRegionExportWriter", "Custom::CrossRegionStringParameterReader", "Custom::DeleteExistingRecordSet",
      "Custom::ECRAutoDeleteImages", "Custom::GluePartitionIndex", "Custom::S3AutoDeleteObjects",
      "Custom::S3ObjectCopy", "Custom::SyntheticsAutoDeleteUnderlyingResources", "Custom::VpcRestrictDefaultSG");

  /** One function a stack, named by purpose and UUID; memory and network may follow. Their rights are CDK's choice. */
  private static final List<String> SINGLETONS = List.of("LogRetentionaae0aa3c5b4d4f87b02d85b201efdd8a",
      "BucketNotificationsHandler050a0587b7544547bf325f094a3db834",
      "Custom::CDKBucketDeployment8693BB64968944B69AAFB0CC9EB8756C", "SingletonLambda8693BB64968944B69AAFB0CC9EB8757C",
      "SingletonLambda224e77f9a32e4b4dac32983477abba16");

  /** Functions that call AWS in the author's name (AwsCustomResource, AwsApi, CallAwsServiceCrossRegion) with what he grants. */
  private static final List<String> CALLERS = List.of("AWS679f53fac002430cb0da5b7982bd2287",
      "AWSb4cf1abd4e4f4bc699441af7ccd9ec37", "CrossRegionAwsSdk8a0c93f3dbef4b71ac137aaf2048ce7e");

  private static final Set<String> FRAMEWORK = Set.of("framework-onEvent", "framework-isComplete",
      "framework-onTimeout");
  private static final String WAITER = "waiter-state-machine";
  private static final String REPLICATION = "SourceTableAttachedManagedPolicy-";

  private final Set<String> marked;
  private final Set<String> resources;

  /**
   * Of a stack.
   *
   * @param marked paths of the constructs that the metadata marks as handlers of custom resources
   * @param resources paths of all constructs with a logical id
   */
  FrameworkConstructs(Set<String> marked, Set<String> resources) {
    this.marked = marked;
    this.resources = resources;
  }

  /** Whether the resource of {@code path} is CDK's own; a policy with what the author grants to it is not. */
  boolean contains(String path) {
    for (String above = path; !above.isEmpty(); above = Root.parent(above)) {
      String name = above.substring(above.lastIndexOf('/') + 1);
      if (startsWithOne(name, CALLERS)) {
        return !path.startsWith(above + "/ServiceRole/DefaultPolicy/");
      }
      if (marked.contains(above) || isNamed(name) || isWaiter(above, name)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNamed(String name) {
    return name.endsWith(PROVIDER) && PROVIDED.contains(name.substring(0, name.length() - PROVIDER.length()))
        || startsWithOne(name, SINGLETONS) || FRAMEWORK.contains(name) || name.startsWith("@aws-cdk--")
        || name.startsWith(REPLICATION) && name.contains("awscdkawsdynamodbReplicaProvider");
  }

  /** The state machine that asks an asynchronous provider whether it is done stands beside the provider's functions. */
  private boolean isWaiter(String path, String name) {
    return name.equals(WAITER) && resources.contains(Root.parent(path) + "/framework-isComplete/Resource");
  }

  private static boolean startsWithOne(String name, List<String> starts) {
    for (String start : starts) {
      if (name.startsWith(start)) {
        return true;
      }
    }
    return false;
  }
}
