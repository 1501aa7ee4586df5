package com.acme.preview;

import com.acme.preview.http.Fetcher;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;

/** A base class parses, the subclass does the work. */
public class PreviewHandler extends JsonHandler<PreviewRequest> {
  private final Fetcher fetcher = new Fetcher();

  public PreviewHandler() {
    super(PreviewRequest.class);
  }

  @Override
  protected String handle(PreviewRequest request, Context context) {
    return fetcher.fetch(request.getLink()) + fetcher.okay(request.getLink());
  }
}
