import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayCustomAuthorizerEvent;
import com.amazonaws.services.lambda.runtime.events.IamPolicyResponseV1;
import java.util.logging.Logger;
import software.amazon.lambda.powertools.logging.Logging;
import software.amazon.lambda.powertools.tracing.Tracing;

// slguard:trigger AUTHORIZER_TOKEN
public class SecretLoggingPowertools implements RequestHandler<APIGatewayCustomAuthorizerEvent, IamPolicyResponseV1> {
  private static final Logger LOG = Logger.getLogger("authorizer");

  @Logging(logEvent = true) // slguard:expect secret-logging
  @Tracing
  @Override
  public IamPolicyResponseV1 handleRequest(APIGatewayCustomAuthorizerEvent event, Context context) {
    String token = event.getAuthorizationToken();
    LOG.info(() -> "checking " + token); // slguard:expect secret-logging
    return IamPolicyResponseV1.builder().withPrincipalId("anonymous").build();
  }
}

class SecretLoggingPowertoolsSafe implements RequestHandler<APIGatewayCustomAuthorizerEvent, IamPolicyResponseV1> {
  private static final Logger LOG = Logger.getLogger("authorizer");

  @Logging
  @Tracing
  @Override
  public IamPolicyResponseV1 handleRequest(APIGatewayCustomAuthorizerEvent event, Context context) {
    LOG.info("checking " + event.getMethodArn() + " " + event.getAuthorizationToken().isEmpty()); // slguard:safe
    return IamPolicyResponseV1.builder().withPrincipalId("anonymous").build();
  }
}
