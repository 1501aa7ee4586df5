package dev.slguard.template.serverless;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slguard.template.TemplateOptions;
import dev.slguard.template.serverless.service.Shape;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VariablesTest {
  private static final TemplateOptions PROD = new TemplateOptions(Map.of(), Optional.of("prod"), Optional.empty(),
      Optional.empty());

  private static Expanded env(String value, String custom) {
    return env(value, custom, TemplateOptions.NONE, Map.of());
  }

  private static Expanded env(String value, String custom, TemplateOptions options, Map<String, String> files) {
    return Expanded.of("service: shop\nprovider:\n  name: aws\n" + custom
        + "\nfunctions:\n  f:\n    handler: a.b\n    environment:\n      X: " + value + "\n", options, files);
  }

  private static String value(Expanded expanded) {
    return Shape.of(expanded.tree("FLambdaFunction", "Environment", "Variables", "X"));
  }

  @Test
  void self_follows_keys_through_other_variables() {
    assertThat(value(env("${self:custom.names.${sls:stage}.table}",
        "custom:\n  all: {dev: {table: orders}}\n  names: ${self:custom.all}"))).isEqualTo("\"orders\"");
  }

  @Test
  void a_whole_variable_keeps_type_and_structure() {
    assertThat(value(env("${self:custom.n}", "custom: {n: 5}"))).isEqualTo("5");
    assertThat(value(env("${self:custom.n}", "custom: {n: {'Fn::GetAtt': [T, Arn]}}")))
        .isEqualTo("{\"Fn::GetAtt\":[\"T\",\"Arn\"]}");
  }

  @Test
  void the_first_source_with_a_value_wins_and_empty_false_and_zero_are_values() {
    assertThat(value(env("\"${opt:x, self:custom.none, 'c'}\"", "custom: {a: 1}"))).isEqualTo("\"c\"");
    assertThat(value(env("\"${self:custom.empty, 'c'}\"", "custom: {empty: ''}"))).isEqualTo("\"\"");
    assertThat(value(env("\"${self:custom.zero, 'c'}\"", "custom: {zero: 0}"))).isEqualTo("0");
    assertThat(value(env("\"${self:custom.off, true}\"", "custom: {off: false}"))).isEqualTo("false");
    assertThat(value(env("\"${self:custom.nothing, 'c'}\"", "custom: {nothing: null}"))).isEqualTo("\"c\"");
  }

  @Test
  void env_stays_unresolved_with_a_note_and_never_reads_the_machine() {
    Expanded expanded = env("a-${env:PATH}-b", "");
    assertThat(value(expanded)).isEqualTo("{\"Fn::Join\":[\"\",[\"a-\",{\"Fn::Unresolved\":"
        + "{\"Origin\":\"ENVIRONMENT\",\"Detail\":\"env:PATH\"}},\"-b\"]]}");
    assertThat(expanded.messages).anyMatch(m -> m.startsWith("serverless.yml:9:10 '${env:PATH}' is known to"));
  }

  @Test
  void aws_sources_stay_symbolic_even_with_a_fallback() {
    assertThat(value(env("${aws:accountId, '1'}", ""))).isEqualTo("{\"Ref\":\"AWS::AccountId\"}");
    assertThat(value(env("\"${ssm:/db/password, 'x'}\"", ""))).contains("\"DYNAMIC_REFERENCE\"")
        .contains("ssm:/db/password");
    assertThat(value(env("${cf(us-east-1):other.Url}", ""))).contains("\"IMPORT\"");
  }

  @Test
  void names_of_CloudFormation_are_not_variables() {
    assertThat(value(env("!Sub 'arn:${AWS::Region}:${Topic.Arn}-${sls:stage}-${ self:x}'", "")))
        .isEqualTo("{\"Fn::Sub\":\"arn:${AWS::Region}:${Topic.Arn}-dev-${ self:x}\"}");
    assertThat(value(env("!Sub '${Name}/${env:X}/${aws:accountId}'", "")))
        .isEqualTo("{\"Fn::Sub\":[\"${Name}/${Unresolved1}/${AWS::AccountId}\",{\"Unresolved1\":{\"Fn::Unresolved\":"
            + "{\"Origin\":\"ENVIRONMENT\",\"Detail\":\"env:X\"}}}]}");
  }

  @Test
  void a_backslash_escapes_a_variable() {
    assertThat(value(env("'\\${self:service} \\\\${self:service}'", ""))).isEqualTo("\"${self:service} \\\\shop\"");
  }

  @Test
  void files_are_read_by_address_with_variables_inside() {
    Map<String, String> files = Map.of("config/dev.yml", "db:\n  host: db.${sls:stage}.local\n", "v.txt",
        "v-${self:service}", "j.json", "{\"a\":{\"b\":[1,2]}}");
    assertThat(value(env("${file(config/${sls:stage}.yml):db.host}", "", TemplateOptions.NONE, files)))
        .isEqualTo("\"db.dev.local\"");
    assertThat(value(env("${file(./v.txt)}", "", TemplateOptions.NONE, files))).isEqualTo("\"v-shop\"");
    assertThat(value(env("${file(j.json):a.b.1}", "", TemplateOptions.NONE, files))).isEqualTo("2");
  }

  @Test
  void a_missing_file_falls_back_and_else_is_unknown() {
    assertThat(value(env("\"${file(secrets.json):key, 'none'}\"", ""))).isEqualTo("\"none\"");
    Expanded expanded = env("${file(secrets.json):key}", "");
    assertThat(value(expanded)).contains("\"FILE\"");
    assertThat(expanded.messages).anyMatch(m -> m.contains("'${file(secrets.json):key}' finds no value"));
  }

  @Test
  void files_outside_the_root_and_programs_are_not_read() {
    Expanded outside = env("\"${file(../../../../etc/passwd), 'x'}\"", "");
    assertThat(value(outside)).contains("\"FILE\"");
    assertThat(outside.messages).anyMatch(m -> m.contains("it lies outside the scanned folder"));
    assertThat(value(env("\"${file(/etc/hosts), 'x'}\"", ""))).contains("\"FILE\"");
    assertThat(
        value(env("\"${file(x.js):a, 'x'}\"", "", TemplateOptions.NONE, Map.of("x.js", "module.exports = () => 1"))))
        .contains("\"FILE\"");
  }

  @Test
  void the_stage_comes_from_the_caller_else_the_provider_else_dev() {
    assertThat(value(env("${sls:stage}", ""))).isEqualTo("\"dev\"");
    assertThat(value(env("${sls:stage}", "  stage: ${opt:stage, 'qa'}"))).isEqualTo("\"qa\"");
    assertThat(value(env("${sls:stage}", "  stage: ${opt:stage, 'qa'}", PROD, Map.of()))).isEqualTo("\"prod\"");
    assertThat(value(env("${self:provider.stage}", "  stage: qa", PROD, Map.of()))).isEqualTo("\"qa\"");
  }

  @Test
  void the_defaults_that_older_versions_had_for_stage_and_region_still_count() {
    assertThat(value(env("${self:provider.stage}", ""))).isEqualTo("\"dev\"");
    assertThat(value(env("${opt:region, self:provider.region}", ""))).isEqualTo("{\"Ref\":\"AWS::Region\"}");
    assertThat(value(env("${self:service.name}", ""))).isEqualTo("\"shop\"");
  }

  @Test
  void parameters_go_by_stage_and_every_declared_stage_is_expanded() {
    Expanded expanded = env("${param:host}",
        "params:\n  default: {host: none}\n  prod: {host: prod.local}\n  test: {other: 1}");
    assertThat(expanded.expansions).extracting(e -> e.name()).containsExactly("serverless.yml (dev)",
        "serverless.yml (prod)", "serverless.yml (test)");
    assertThat(expanded.expansions.stream()
        .map(e -> Shape.of(e.body().mapping("Resources").orElseThrow().get("FLambdaFunction").orElseThrow()))
        .map(text -> text.replaceAll(".*\"X\":\"([a-z.]*)\".*", "$1")).toList())
        .containsExactly("none", "prod.local", "none");
  }

  @Test
  void version_4_stages_win_over_params() {
    assertThat(value(env("${param:host}",
        "stages:\n  default: {params: {host: sd}}\n  prod: {params: {host: sp}}\nparams:\n  prod: {host: pp}", PROD,
        Map.of()))).isEqualTo("\"sp\"");
  }

  @Test
  void circles_and_floods_end() {
    Expanded circle = env("${self:custom.a}", "custom: {a: '${self:custom.b}', b: '${self:custom.a}'}");
    assertThat(value(circle)).contains("Fn::Unresolved");
    String doubling = IntStream.range(0, 40)
        .mapToObj(i -> "  a" + i + ": ['${self:custom.a" + (i + 1) + "}', '${self:custom.a" + (i + 1) + "}']")
        .collect(Collectors.joining("\n"));
    Expanded flood = env("${self:custom.a0}", "custom:\n" + doubling + "\n  a40: x");
    assertThat(flood.messages).anyMatch(m -> m.contains("too large or too deep"));
    String texts = IntStream.range(0, 60)
        .mapToObj(i -> "  a" + i + ": '${self:custom.a" + (i + 1) + "}${self:custom.a" + (i + 1) + "}'")
        .collect(Collectors.joining("\n"));
    assertThat(env("${self:custom.a0}", "custom:\n" + texts + "\n  a60: xxxxxxxxxx").messages)
        .anyMatch(m -> m.contains("too large or too deep"));
    String chain = IntStream.range(0, 2000).mapToObj(i -> "  a" + i + ": '${self:custom.a" + (i + 1) + "}'")
        .collect(Collectors.joining("\n"));
    assertThat(value(env("${self:custom.a0}", "custom:\n" + chain + "\n  a2000: x"))).contains("Fn::Unresolved");
  }

  @Test
  void texts_stand_where_the_variable_is_and_objects_where_they_are_written() {
    Expanded expanded = env("${self:custom.x}", "custom:\n  x: text");
    assertThat(expanded.line("FLambdaFunction", "Environment", "Variables", "X")).isEqualTo(10);
    Expanded statements = Expanded.of("""
      service: shop
      provider:
        name: aws
        iam: {role: {statements: '${file(roles.yml)}'}}
      functions:
        f: {handler: a.b}
      """, TemplateOptions.NONE, Map.of("roles.yml", "\n- Effect: Allow\n  Action: '*'\n  Resource: '*'\n"));
    assertThat(
        statements.tree("IamRoleLambdaExecution", "Policies", "0", "PolicyDocument", "Statement", "2", "Action").at())
        .hasToString("roles.yml:3:11");
  }
}
