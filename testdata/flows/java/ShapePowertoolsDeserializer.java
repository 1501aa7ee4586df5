import static software.amazon.lambda.powertools.utilities.EventDeserializer.extractDataFrom;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.KinesisFirehoseEvent;
import com.amazonaws.services.lambda.runtime.events.SNSEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.io.FilenameUtils;
import software.amazon.lambda.powertools.logging.Logging;
import software.amazon.lambda.powertools.utilities.EventDeserializer;

// slguard:trigger SNS
public class ShapePowertoolsDeserializer implements RequestHandler<SNSEvent, String> {
  public static class Upload {
    private String name;
    private boolean publish;

    public String getName() {
      return name;
    }

    public boolean isPublish() {
      return publish;
    }
  }

  @Logging
  @Override
  public String handleRequest(SNSEvent event, Context context) {
    Upload upload = extractDataFrom(event).as(Upload.class);
    try {
      return Files.readString(Path.of("/mnt/uploads/" + upload.getName())); // slguard:expect path-traversal
    } catch (IOException e) {
      return "";
    }
  }
}

class ShapePowertoolsDeserializerSafe implements RequestHandler<SNSEvent, String> {
  @Override
  public String handleRequest(SNSEvent event, Context context) {
    List<ShapePowertoolsDeserializer.Upload> uploads = EventDeserializer.extractDataFrom(event)
        .asListOf(ShapePowertoolsDeserializer.Upload.class);
    StringBuilder text = new StringBuilder();
    for (ShapePowertoolsDeserializer.Upload each : uploads) {
      try {
        text.append(Files.size(Path.of("/mnt/uploads", FilenameUtils.getName(each.getName())))); // slguard:safe
        text.append(Files.size(Path.of("/mnt/uploads", String.valueOf(each.isPublish())))); // slguard:safe
      } catch (IOException e) {
        text.append('?');
      }
    }
    return text.toString();
  }
}
