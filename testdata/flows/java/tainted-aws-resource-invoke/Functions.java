import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;

class Functions {
  private final LambdaClient lambda = LambdaClient.create();

  String invoke(String name, String payload) {
    return lambda.invoke(r -> r.functionName(name).payload(SdkBytes.fromUtf8String(payload))).payload().asUtf8String(); // slguard:expect tainted-aws-resource
  }

  String invokeKnown(String name, String payload) {
    InvokeRequest.Builder builder = InvokeRequest.builder();
    builder.functionName(name); // slguard:safe
    builder.payload(SdkBytes.fromUtf8String(payload));
    return lambda.invoke(builder.build()).payload().asUtf8String();
  }
}
