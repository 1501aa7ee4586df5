package com.acme.preview;

import com.acme.preview.http.Fetcher;
import com.amazonaws.services.lambda.runtime.Context;

/** Safe twin: the same base, the same client, only the id goes into a fixed URL. */
public class StatusHandler extends JsonHandler<PreviewRequest> {
  public StatusHandler() {
    super(PreviewRequest.class);
  }

  @Override
  protected String handle(PreviewRequest request, Context context) {
    return new Fetcher().status(request.getId());
  }
}
