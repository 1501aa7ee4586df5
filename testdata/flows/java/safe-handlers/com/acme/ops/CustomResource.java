package com.acme.ops;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.CloudFormationCustomResourceEvent;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;

// slguard:trigger CUSTOM_RESOURCE
public class CustomResource implements RequestHandler<CloudFormationCustomResourceEvent, Void> {
  private final S3Client s3 = S3Client.create();

  @Override
  public Void handleRequest(CloudFormationCustomResourceEvent event, Context context) {
    String status = "SUCCESS";
    try {
      if ("Delete".equals(event.getRequestType())) {
        String bucket = (String) event.getResourceProperties().get("BucketName");
        s3.listObjectsV2Paginator(b -> b.bucket(bucket)).contents().forEach(object ->
            s3.deleteObjects(d -> d.bucket(bucket).delete(x -> x.objects(ObjectIdentifier.builder().key(object.key()).build())))); // slguard:safe
      }
    } catch (RuntimeException e) {
      context.getLogger().log("Failed: " + e.getMessage());
      status = "FAILED";
    }
    send(event, context, status);
    return null;
  }

  private static void send(CloudFormationCustomResourceEvent event, Context context, String status) {
    String body = """
        {"Status": "%s", "PhysicalResourceId": "%s", "StackId": "%s", "RequestId": "%s", "LogicalResourceId": "%s"}
        """.formatted(status, context.getLogStreamName(), event.getStackId(), event.getRequestId(), event.getLogicalResourceId());
    try {
      HttpURLConnection connection = (HttpURLConnection) URI.create(event.getResponseUrl()).toURL().openConnection(); // slguard:safe
      connection.setDoOutput(true);
      connection.setRequestMethod("PUT");
      try (OutputStreamWriter out = new OutputStreamWriter(connection.getOutputStream(), StandardCharsets.UTF_8)) {
        out.write(body);
      }
      context.getLogger().log("Answered " + connection.getResponseCode() + ' ' + Map.of("status", status));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
