package dev.slguard.template.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slguard.source.Diagnostics;
import dev.slguard.source.Documents;
import dev.slguard.source.Limits;
import dev.slguard.source.SourceFile;
import dev.slguard.source.Tree;
import dev.slguard.template.TemplateOptions;
import org.junit.jupiter.api.Test;

class LanguageExtensionsTest {
  private final Diagnostics diagnostics = new Diagnostics();

  private String unrolled(String template) {
    var document = (Tree.Mapping) Documents.read(SourceFile.of("template.yaml", template), Limits.DEFAULT, diagnostics)
        .getFirst();
    return TreeJson.compact(LanguageExtensions.unrolled(document, TemplateOptions.NONE, diagnostics));
  }

  @Test
  void a_loop_makes_one_resource_for_each_item() {
    assertThat(unrolled("""
      Resources:
        Fn::ForEach::Topics:
          - Name
          - [a.b, c]
          - Topic&{Name}:
              Type: AWS::SNS::Topic
              DependsOn: Other${Name}
              Properties:
                TopicName: !Sub '${Name}-${!Name}-${AWS::Region}'
                Display: !Ref Name
      """))
        .isEqualTo("{\"Resources\":{\"Topicab\":{\"Type\":\"AWS::SNS::Topic\",\"DependsOn\":\"Othera.b\",\"Properties\""
            + ":{\"TopicName\":{\"Fn::Sub\":\"a.b-${!Name}-${AWS::Region}\"},\"Display\":\"a.b\"}},\"Topicc\":{\"Type\":"
            + "\"AWS::SNS::Topic\",\"DependsOn\":\"Otherc\",\"Properties\":{\"TopicName\":{\"Fn::Sub\":"
            + "\"c-${!Name}-${AWS::Region}\"},\"Display\":\"c\"}}}}");
    assertThat(diagnostics.toList()).isEmpty();
  }

  @Test
  void loops_nest_and_take_parameters_and_mappings() {
    assertThat(unrolled("""
      Parameters: {Zones: {Type: CommaDelimitedList, Default: 'x, y'}}
      Mappings: {M: {k: {names: [p, q]}}}
      Conditions:
        Fn::ForEach::Outer: [A, !Ref Zones, {'Fn::ForEach::Inner': [B, !FindInMap [M, k, names], {'C${A}${B}': yes}]}]
      """)).contains("\"Conditions\":{\"Cxp\":\"yes\",\"Cxq\":\"yes\",\"Cyp\":\"yes\",\"Cyq\":\"yes\"}");
  }

  @Test
  void an_unknown_collection_keeps_one_copy_and_equal_names_are_an_error() {
    assertThat(unrolled("""
      Parameters: {Zones: {Type: CommaDelimitedList}}
      Resources:
        Fn::ForEach::Unknown: [A, !Ref Zones, {'R${A}': {Type: A::B::C}}]
        Fn::ForEach::Twice: [A, [x, y], {Same: {Type: A::B::C}}]
        Fn::ForEach::Broken: [A, [x]]
      """)).contains("\"Resources\":{\"R${A}\":{\"Type\":\"A::B::C\"},\"Same\":{\"Type\":\"A::B::C\"}}");
    assertThat(diagnostics.toList()).hasSize(3);
  }

  @Test
  void nested_loops_stay_bounded() {
    var items = new StringBuilder("[");
    for (int i = 0; i < 200; i++) {
      items.append(i == 0 ? "" : ",").append(i);
    }
    String body = "{'R${A}${B}${C}': {Type: A::B::C}}";
    for (String name : new String[]{"C", "B", "A"}) {
      body = "{'Fn::ForEach::L" + name + "': [" + name + ", " + items + "], " + body + "]}";
    }
    assertThat(unrolled("Resources: " + body).length()).isLessThan(20_000_000);
    assertThat(diagnostics.toList()).isNotEmpty();
  }

  @Test
  void a_loop_inside_one_over_an_unknown_collection_is_unrolled_all_the_same() {
    assertThat(unrolled("""
      Parameters: {Zones: {Type: CommaDelimitedList}}
      Outputs:
        Fn::ForEach::Outer: [A, !Ref Zones, {'Fn::ForEach::Inner': [B, [p, q], {'C${A}${B}': yes}]}]
      """)).contains("\"Outputs\":{\"C${A}p\":\"yes\",\"C${A}q\":\"yes\"}");
  }
}
