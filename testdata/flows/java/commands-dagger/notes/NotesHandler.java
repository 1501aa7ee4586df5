package notes;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import javax.inject.Inject;
import notes.command.Command;
import notes.command.CommandBus;
import notes.command.CreateNote;
import notes.command.ExportNotes;
import notes.di.DaggerAppComponent;
import com.google.gson.Gson;
import com.google.gson.JsonObject;

public class NotesHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  @Inject CommandBus bus;
  @Inject Gson gson;

  public NotesHandler() {
    DaggerAppComponent.create().inject(this);
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    JsonObject json = gson.fromJson(event.getBody(), JsonObject.class);
    Command command = switch (json.get("type").getAsString()) {
      case "create" -> new CreateNote(json.get("title").getAsString(), json.get("pages").getAsInt());
      case "export" -> new ExportNotes(json.get("target").getAsString(), ExportNotes.Format.of(json.get("format").getAsString()));
      default -> throw new IllegalArgumentException("type");
    };
    bus.send(command);
    return APIGatewayV2HTTPResponse.builder().withStatusCode(202).build();
  }
}
