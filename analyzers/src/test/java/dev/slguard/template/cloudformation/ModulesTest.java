package dev.slguard.template.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slguard.source.Diagnostic;
import dev.slguard.source.Diagnostics;
import dev.slguard.source.Documents;
import dev.slguard.source.Limits;
import dev.slguard.source.Root;
import dev.slguard.source.SourceFile;
import dev.slguard.source.Tree;
import dev.slguard.template.Evaluated;
import dev.slguard.template.Expansion;
import dev.slguard.template.TemplateOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModulesTest {
  private static final String BUCKET = """
    {"AWSTemplateFormatVersion": "2010-09-09",
     "Parameters": {"BucketName": {"Type": "String"}, "Kms": {"Type": "String", "Default": "aws:kms"},
       "Names": {"Type": "CommaDelimitedList", "Default": "a,b"}},
     "Mappings": {"Sizes": {"small": {"days": "3"}}},
     "Conditions": {"Encrypted": {"Fn::Equals": [{"Ref": "Kms"}, "aws:kms"]},
       "Named": {"Fn::Not": [{"Fn::Equals": [{"Ref": "BucketName"}, ""]}]},
       "Both": {"Fn::And": [{"Condition": "Encrypted"}, {"Condition": "Named"}]}},
     "Resources": {
       "S3Bucket": {"Type": "AWS::S3::Bucket", "DeletionPolicy": "Retain", "Condition": "Both", "Properties": {
         "BucketName": {"Ref": "BucketName"},
         "Days": {"Fn::FindInMap": ["Sizes", "small", "days"]},
         "Names": {"Ref": "Names"},
         "Tags": [{"Key": "a", "Value": {"Fn::If": ["Encrypted", {"Fn::Sub": "x-${BucketName}-${AWS::Region}"}, "no"]}}]}},
       "Policy": {"Type": "AWS::S3::BucketPolicy", "DependsOn": "S3Bucket", "Properties": {"Bucket": {"Ref": "S3Bucket"},
         "PolicyDocument": {"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject",
           "Resource": {"Fn::Sub": "${S3Bucket.Arn}/*"}, "Condition": {"StringEquals": {"s3:x": "Encrypted"}}}]}}}},
     "Outputs": {"Arn": {"Value": {"Fn::GetAtt": ["S3Bucket", "Arn"]}}}}
    """;

  @TempDir
  Path folder;

  private final Diagnostics diagnostics = new Diagnostics();

  @BeforeEach
  void bucketModule() throws IOException {
    module("modules/bucket", "My::S3::SampleBucket::MODULE", BUCKET);
  }

  private void module(String path, String type, String fragment) throws IOException {
    write(path + "/.rpdk-config", "{\"artifact_type\": \"MODULE\", \"typeName\": \"" + type + "\", \"settings\": {}}");
    write(path + "/fragments/fragment.json", fragment);
  }

  private void write(String path, String text) throws IOException {
    Files.createDirectories(folder.resolve(path).getParent());
    Files.writeString(folder.resolve(path), text);
  }

  private Expansion expansion(String template) throws IOException {
    var root = new Root(folder, Limits.DEFAULT);
    Tree document = Documents.read(SourceFile.of("app/template.yaml", template), Limits.DEFAULT, diagnostics)
        .getFirst();
    return new CloudFormationFormat()
        .expand("app/template.yaml", (Tree.Mapping) document, root, TemplateOptions.NONE, diagnostics).getFirst();
  }

  private String expanded(String template, String... path) throws IOException {
    Tree found = expansion(template).body();
    for (String key : path) {
      found = ((Tree.Mapping) found).get(key).orElseThrow();
    }
    return TreeJson.compact(found);
  }

  private List<String> messages() {
    return diagnostics.toList().stream().map(Diagnostic::message).toList();
  }

  @Test
  void resources_get_the_joined_id_and_parameters_their_properties() throws IOException {
    String template = """
      Parameters: {Name: {Type: String}}
      Resources:
        MyBucket:
          Type: My::S3::SampleBucket::MODULE
          Properties: {BucketName: !Ref Name, Names: 'p, q'}
        Queue: {Type: AWS::SQS::Queue, Properties: {QueueName: !Ref MyBucket.S3Bucket}}
      """;
    assertThat(expanded(template, "Resources", "MyBucketS3Bucket"))
        .isEqualTo("{\"Type\":\"AWS::S3::Bucket\",\"DeletionPolicy\":\"Retain\",\"Condition\":\"MyBucketBoth\","
            + "\"Properties\":{\"BucketName\":{\"Ref\":\"Name\"},\"Days\":{\"Fn::FindInMap\":[\"MyBucketSizes\","
            + "\"small\",\"days\"]},\"Names\":[\"p\",\"q\"],\"Tags\":[{\"Key\":\"a\",\"Value\":{\"Fn::If\":["
            + "\"MyBucketEncrypted\",{\"Fn::Sub\":\"x-${Name}-${AWS::Region}\"},\"no\"]}}]}}");
    assertThat(expanded(template, "Resources", "MyBucketPolicy")).contains("\"DependsOn\":\"MyBucketS3Bucket\"",
        "{\"Bucket\":{\"Ref\":\"MyBucketS3Bucket\"}", "{\"Fn::Sub\":\"${MyBucketS3Bucket.Arn}/*\"}",
        "\"Condition\":{\"StringEquals\":{\"s3:x\":\"Encrypted\"}}");
    assertThat(expanded(template, "Conditions")).contains(
        "\"MyBucketEncrypted\":{\"Fn::Equals\":[{\"Ref\":\"MyBucketKms\"},\"aws:kms\"]}",
        "\"MyBucketNamed\":{\"Fn::Not\":[{\"Fn::Equals\":[{\"Ref\":\"Name\"},\"\"]}]}",
        "[{\"Condition\":\"MyBucketEncrypted\"},{\"Condition\":\"MyBucketNamed\"}]");
    assertThat(expanded(template, "Resources", "Queue")).contains("{\"Ref\":\"MyBucketS3Bucket\"}");
    assertThat(expanded(template, "Outputs"))
        .isEqualTo("{\"MyBucketArn\":{\"Value\":{\"Fn::GetAtt\":[\"MyBucketS3Bucket\",\"Arn\"]}}}");
    assertThat(messages()).isEmpty();
  }

  @Test
  void places_are_those_of_the_fragment_and_values_those_of_the_template() throws IOException {
    var root = new Root(folder, Limits.DEFAULT);
    Evaluated evaluated = Evaluator.evaluate(expansion("""
      Resources:
        MyBucket:
          Type: My::S3::SampleBucket::MODULE
          Properties: {BucketName: mine}
      """), root, TemplateOptions.NONE, diagnostics);
    var bucket = Optional.ofNullable(evaluated.resources().get("MyBucketS3Bucket")).orElseThrow();
    assertThat(bucket.provenance().at()).asString().startsWith("modules/bucket/fragments/fragment.json:9:");
    assertThat(Canonical.spelling(bucket.property("BucketName"))).isEqualTo("mine");
    assertThat(bucket.property("BucketName").at()).asString().startsWith("app/template.yaml:4:");
    assertThat(Canonical.spelling(bucket.property("Days"))).isEqualTo("3");
    assertThat(bucket.conditions().isAlways()).isTrue();
  }

  @Test
  void every_way_to_name_a_resource_of_a_module_is_understood() throws IOException {
    assertThat(expanded("""
      Resources:
        B: {Type: My::S3::SampleBucket::MODULE, Properties: {BucketName: x}}
        User:
          Type: A::B::C
          DependsOn: [B, B.Policy]
          Properties:
            Short: !GetAtt B.S3Bucket.Arn
            Joined: !GetAtt BS3Bucket.Arn
            Listed: {Fn::GetAtt: [B.S3Bucket, Arn]}
            Text: {Fn::GetAtt: B.S3Bucket.Arn}
            Sub: !Sub '${B.S3Bucket} ${B.S3Bucket.Arn} ${!B.S3Bucket} ${AWS::Region}'
      """, "Resources", "User"))
        .isEqualTo("{\"Type\":\"A::B::C\",\"DependsOn\":[\"BS3Bucket\",\"BPolicy\",\"BPolicy\"],\"Properties\":{"
            + "\"Short\":{\"Fn::GetAtt\":[\"BS3Bucket\",\"Arn\"]},\"Joined\":{\"Fn::GetAtt\":[\"BS3Bucket\",\"Arn\"]},"
            + "\"Listed\":{\"Fn::GetAtt\":[\"BS3Bucket\",\"Arn\"]},\"Text\":{\"Fn::GetAtt\":\"BS3Bucket.Arn\"},"
            + "\"Sub\":{\"Fn::Sub\":\"${BS3Bucket} ${BS3Bucket.Arn} ${!B.S3Bucket} ${AWS::Region}\"}}}");
  }

  @Test
  void modules_nest() throws IOException {
    module("modules/outer", "My::Outer::Thing::MODULE", """
      {"Parameters": {"Prefix": {"Type": "String"}},
       "Resources": {
         "Inner": {"Type": "My::S3::SampleBucket::MODULE", "Properties": {"BucketName": {"Fn::Sub": "${Prefix}-b"}}},
         "Topic": {"Type": "AWS::SNS::Topic", "Properties": {"DisplayName": {"Ref": "Inner.S3Bucket"}}}}}
      """);
    String template = """
      Resources:
        App: {Type: My::Outer::Thing::MODULE, Properties: {Prefix: !GetAtt Other.Arn}}
        Other: {Type: AWS::SQS::Queue, DependsOn: App.Inner.Policy}
      """;
    assertThat(expanded(template, "Resources", "AppInnerS3Bucket", "Properties", "BucketName"))
        .isEqualTo("{\"Fn::Sub\":[\"${Prefix}-b\",{\"Prefix\":{\"Fn::GetAtt\":[\"Other\",\"Arn\"]}}]}");
    assertThat(expanded(template, "Resources", "AppTopic")).contains("{\"Ref\":\"AppInnerS3Bucket\"}");
    assertThat(expanded(template, "Resources", "Other")).contains("\"DependsOn\":\"AppInnerPolicy\"");
    assertThat(messages()).isEmpty();
  }

  @Test
  void what_is_written_beside_the_type_holds_for_all_resources() throws IOException {
    String template = """
      Parameters: {Stage: {Type: String}}
      Conditions: {Prod: !Equals [!Ref Stage, prod]}
      Resources:
        B:
          Type: My::S3::SampleBucket::MODULE
          Condition: Prod
          DependsOn: Topic
          Metadata: {slguard: {suppress: [{rule: x, reason: y}]}}
          Properties: {BucketName: x}
        Topic: {Type: AWS::SNS::Topic}
      """;
    assertThat(expanded(template, "Resources", "BPolicy")).contains("\"Condition\":\"Prod\"",
        "\"Metadata\":{\"slguard\"", "\"DependsOn\":[\"BS3Bucket\",\"Topic\"]");
    assertThat(expanded(template, "Resources", "BS3Bucket")).contains("\"Condition\":\"BS3BucketCondition\"");
    assertThat(expanded(template, "Conditions", "BS3BucketCondition"))
        .isEqualTo("{\"Fn::And\":[{\"Condition\":\"BBoth\"},{\"Condition\":\"Prod\"}]}");
  }

  @Test
  void what_is_not_understood_is_reported_at_its_line() throws IOException {
    module("modules/loop", "My::Loop::It::MODULE", "{\"Resources\": {\"L\": {\"Type\": \"My::Loop::It::MODULE\"}}}");
    module("modules/empty", "My::Empty::It::MODULE", "{\"Parameters\": {}}");
    var root = new Root(folder, Limits.DEFAULT);
    Evaluated evaluated = Evaluator.evaluate(expansion("""
      Resources:
        Nowhere: {Type: Your::S3::Other::MODULE}
        Loop: {Type: My::Loop::It::MODULE}
        Empty: {Type: My::Empty::It::MODULE}
        Bucket: {Type: My::S3::SampleBucket::MODULE, Properties: {Bukketname: x}}
      """), root, TemplateOptions.NONE, diagnostics);
    assertThat(diagnostics.toList()).map(each -> each.at().file() + ':' + each.at().line() + ' ' + each.message())
        .contains(
            "app/template.yaml:2 the module 'Your::S3::Other::MODULE' has no project with a fragment in the scanned"
                + " folder; what it deploys is not known",
            "modules/loop/fragments/fragment.json:1 the module 'My::Loop::It::MODULE' contains itself; it is not followed",
            "app/template.yaml:4 the fragment 'modules/empty/fragments/fragment.json' of the module"
                + " 'My::Empty::It::MODULE' has no Resources; what it deploys is not known",
            "app/template.yaml:5 the module 'My::S3::SampleBucket::MODULE' has no parameter 'Bukketname'; it is not used",
            "app/template.yaml:5 the module 'My::S3::SampleBucket::MODULE' needs the property 'BucketName'; its value is"
                + " treated as unknown");
    assertThat(evaluated.resources()).containsKeys("Nowhere", "Empty", "LoopL", "BucketS3Bucket");
  }

  @Test
  void a_fragment_is_nothing_of_its_own() throws IOException {
    var root = new Root(folder, Limits.DEFAULT);
    Tree document = Documents.read(SourceFile.of("app/template.yaml", """
      Resources: {B: {Type: My::S3::SampleBucket::MODULE}}
      """), Limits.DEFAULT, diagnostics).getFirst();
    assertThat(new CloudFormationFormat().covers("app/template.yaml", (Tree.Mapping) document, root))
        .containsExactly("modules/bucket/fragments/fragment.json");
  }
}
