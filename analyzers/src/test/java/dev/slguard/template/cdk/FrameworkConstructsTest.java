package dev.slguard.template.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths as aws-cdk-lib 2.150.0 and 2.276.0 write them; the former marks nothing in its metadata. */
class FrameworkConstructsTest {
  private static final Set<String> RESOURCES = Set.of("/P/Prov/framework-isComplete/Resource",
      "/P/Prov/waiter-state-machine/Resource", "/P/waiter-state-machine/Resource");

  private static boolean isFrameworks(String path) {
    return new FrameworkConstructs(Set.of("/P/Marked"), RESOURCES).contains(path);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/P/Custom::S3AutoDeleteObjectsCustomResourceProvider/Handler",
      "/P/BucketNotificationsHandler050a0587b7544547bf325f094a3db834/Role/DefaultPolicy/Resource",
      "/P/LogRetentionaae0aa3c5b4d4f87b02d85b201efdd8a/ServiceRole/DefaultPolicy/Resource",
      "/P/AWS679f53fac002430cb0da5b7982bd2287/Resource", "/P/AWS679f53fac002430cb0da5b7982bd2287/ServiceRole/Resource",
      "/P/Prov/framework-onTimeout/Resource", "/P/Prov/framework-onEvent/ServiceRole/DefaultPolicy/Resource",
      "/P/Prov/waiter-state-machine/Role/DefaultPolicy/Resource",
      "/P/Custom::CDKBucketDeployment8693BB64968944B69AAFB0CC9EB8756C1024MiB/ServiceRole/DefaultPolicy/Resource",
      "/P/Custom::AWSCDKOpenIdConnectProviderCustomResourceProvider/Role",
      "/P/AWSCDK.TriggerCustomResourceProviderCustomResourceProvider/Handler",
      "/P/@aws-cdk--aws-dynamodb.ReplicaProvider/OnEventHandler/Resource",
      "/P/T/SourceTableAttachedManagedPolicy-PawscdkawsdynamodbReplicaProviderOnEventHandlerServiceRoleAA3FD370/Resource/Resource",
      "/P/Marked/Resource"})
  void what_cdk_makes_for_its_own_custom_resources(String path) {
    assertThat(isFrameworks(path)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/P/LogRetentionCleaner/Resource", "/P/BucketNotificationsHandlerMine/Resource",
      "/P/Custom::MyThingCustomResourceProvider/Handler", "/P/Custom::MyThingCustomResourceProvider/Role",
      "/P/waiter-state-machine/Resource", "/P/S3AutoDeleteObjects/Resource", "/P/MarkedToo/Resource",
      "/P/SourceTableAttachedManagedPolicy-Mine/Resource"})
  void constructs_of_the_author_with_names_alike(String path) {
    assertThat(isFrameworks(path)).isFalse();
  }

  @Test
  void what_the_author_grants_to_a_function_that_calls_aws_for_him_is_his() {
    assertThat(isFrameworks("/P/Call/CustomResourcePolicy/Resource")).isFalse();
    assertThat(isFrameworks("/P/AWS679f53fac002430cb0da5b7982bd2287/ServiceRole/DefaultPolicy/Resource")).isFalse();
    assertThat(isFrameworks("/P/AWSb4cf1abd4e4f4bc699441af7ccd9ec37/ServiceRole/DefaultPolicy/Resource")).isFalse();
  }
}
