package dev.slguard.template.binding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionUrlTriggersTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  private List<String> triggers(String type, String... permissions) {
    var resources = new StringBuilder(
        "U: {Type: \"AWS::Lambda::Url\", Properties: {TargetFunctionArn: !Ref F, AuthType: %s}}\n".formatted(type));
    for (int i = 0; i < permissions.length; i++) {
      resources.append(
          "P%d: {Type: \"AWS::Lambda::Permission\", Properties: {FunctionName: !Ref F, Action: \"lambda:InvokeFunctionUrl\", %s}}\n"
              .formatted(i, permissions[i]));
    }
    return TriggerLines.of(folder, resources.toString());
  }

  @Test
  void open_url_needs_its_public_permission() {
    assertThat(triggers("NONE", "Principal: '*', FunctionUrlAuthType: NONE"))
        .containsExactly("F FUNCTION_URL * /* NONE INTERNET <- U");
    assertThat(triggers("NONE")).containsExactly("F FUNCTION_URL * /* NONE UNKNOWN <- U");
    assertThat(triggers("NONE", "Principal: '*', PrincipalOrgID: o-1"))
        .containsExactly("F FUNCTION_URL * /* NONE UNKNOWN <- U");
  }

  @Test
  void signed_url_is_for_the_account_and_whom_permissions_name() {
    assertThat(triggers("AWS_IAM")).containsExactly("F FUNCTION_URL * /* IAM ACCOUNT <- U");
    assertThat(triggers("AWS_IAM", "Principal: '*'")).containsExactly("F FUNCTION_URL * /* IAM OTHER_ACCOUNTS <- U");
    assertThat(triggers("AWS_IAM", "Principal: '123456789012'"))
        .containsExactly("F FUNCTION_URL * /* IAM OTHER_ACCOUNTS <- U");
    assertThat(triggers("AWS_IAM", "Principal: cloudfront.amazonaws.com, SourceArn: x"))
        .containsExactly("F FUNCTION_URL * /* IAM ACCOUNT <- U");
  }

  @Test
  void url_whose_type_deployment_decides_is_unknown() {
    assertThat(triggers("!Ref Given")).containsExactly("F FUNCTION_URL * /* UNKNOWN UNKNOWN <- U");
  }

  @Test
  void endpoint_of_a_web_function_is_open_where_the_program_manages_access() {
    assertThat(TriggerLines.of(folder, """
      W: {Type: "AWS::Lambda::WebFunction", Properties: {FunctionName: w}}
      R: {Type: "AWS::Lambda::WebFunctionRevision", Properties: {FunctionName: w}}
      E: {Type: "AWS::Lambda::WebFunctionEndpoint", Properties: {FunctionName: w, AuthType: ApplicationManaged}}
      S: {Type: "AWS::Lambda::WebFunctionEndpoint", Properties: {FunctionName: !Ref W, AuthType: IamAuth}}
      U: {Type: "AWS::Lambda::WebFunctionEndpoint", Properties: {FunctionName: w, AuthType: !Ref Given}}
      """)).containsExactly("W FUNCTION_URL * /* NONE INTERNET <- E", "W FUNCTION_URL * /* IAM ACCOUNT <- S",
        "W FUNCTION_URL * /* UNKNOWN UNKNOWN <- U");
  }
}
