package com.acme.notes;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import java.util.List;
import javax.inject.Inject;

// slguard:trigger REST_API
public class NotesFunction implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
  @Inject
  NoteUseCases useCases;

  @Inject
  Presenter presenter;

  public NotesFunction() {
    DaggerNotesComponent.create().inject(this);
  }

  @Override
  public APIGatewayProxyResponseEvent handleRequest(APIGatewayProxyRequestEvent event, Context context) {
    Query query = Query.from(event);
    Result<List<String>> found = useCases.search(query);
    return found.fold(presenter::ok, presenter::failed);
  }
}
