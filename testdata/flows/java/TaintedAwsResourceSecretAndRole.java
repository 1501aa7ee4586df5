import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.securitytoken.AWSSecurityTokenService;
import com.amazonaws.services.securitytoken.AWSSecurityTokenServiceClientBuilder;
import com.amazonaws.services.securitytoken.model.AssumeRoleRequest;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminAddUserToGroupRequest;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;

public class TaintedAwsResourceSecretAndRole implements RequestHandler<APIGatewayV2HTTPEvent, Integer> {
  private final SecretsManagerClient secrets = SecretsManagerClient.create();
  private final AWSSecurityTokenService sts = AWSSecurityTokenServiceClientBuilder.defaultClient();
  private final CognitoIdentityProviderClient cognito = CognitoIdentityProviderClient.create();

  @Override
  public Integer handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    String account = event.getQueryStringParameters().get("account");
    sts.assumeRole(new AssumeRoleRequest()
        .withRoleArn("arn:aws:iam::" + account + ":role/reader") // slguard:expect tainted-aws-resource
        .withRoleSessionName("reader"));
    cognito.adminAddUserToGroup(AdminAddUserToGroupRequest.builder().userPoolId(System.getenv("POOL")).username("x")
        .groupName(event.getQueryStringParameters().get("group")) // slguard:expect tainted-aws-resource
        .build());
    return secretLength("tenants/" + event.getPathParameters().get("tenant"));
  }

  private int secretLength(String id) {
    GetSecretValueRequest request = GetSecretValueRequest.builder().secretId(id).build(); // slguard:expect tainted-aws-resource
    return secrets.getSecretValue(request).secretString().length();
  }
}

class TaintedAwsResourceSecretAndRoleSafe implements RequestHandler<APIGatewayV2HTTPEvent, Integer> {
  private static final List<String> ACCOUNTS = List.of("111122223333", "444455556666");
  private final SecretsManagerClient secrets = SecretsManagerClient.create();
  private final AWSSecurityTokenService sts = AWSSecurityTokenServiceClientBuilder.defaultClient();

  @Override
  public Integer handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    int wanted = ACCOUNTS.indexOf(event.getQueryStringParameters().get("account"));
    if (wanted < 0) {
      return 0;
    }
    sts.assumeRole(new AssumeRoleRequest().withRoleArn("arn:aws:iam::" + ACCOUNTS.get(wanted) + ":role/reader")); // slguard:safe
    String id = System.getenv("SECRET_ID");
    return secrets.getSecretValue(GetSecretValueRequest.builder().secretId(id).build()).secretString().length(); // slguard:safe
  }
}
