package com.acme.library;

import com.amazonaws.serverless.proxy.jersey.JerseyLambdaContainerHandler;
import com.amazonaws.serverless.proxy.model.AwsProxyRequest;
import com.amazonaws.serverless.proxy.model.AwsProxyResponse;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.glassfish.jersey.jackson.JacksonFeature;
import org.glassfish.jersey.server.ResourceConfig;

public class App implements RequestStreamHandler {
  private final ResourceConfig config = new ResourceConfig().packages("com.acme.library").register(JacksonFeature.class);
  private final JerseyLambdaContainerHandler<AwsProxyRequest, AwsProxyResponse> handler = JerseyLambdaContainerHandler.getAwsProxyHandler(config);

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    handler.proxyStream(in, out, context);
  }
}
