import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

public class PathTraversalZipEntries implements RequestHandler<APIGatewayV2HTTPEvent, Integer> {
  @Override
  public Integer handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    byte[] archive = Base64.getDecoder().decode(event.getBody());
    int files = 0;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      ZipEntry entry;
      while ((entry = zip.getNextEntry()) != null) {
        File target = new File("/tmp/upload", entry.getName());
        try (FileOutputStream out = new FileOutputStream(target)) { // slguard:expect path-traversal
          zip.transferTo(out);
        }
        files++;
      }
    } catch (IOException e) {
      return -1;
    }
    return files;
  }
}

class PathTraversalZipEntriesSafe implements RequestHandler<APIGatewayV2HTTPEvent, Integer> {
  @Override
  public Integer handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    byte[] archive = Base64.getDecoder().decode(event.getBody());
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path target = Path.of("/tmp/upload").resolve(entry.getName()).normalize();
        if (!target.startsWith(Path.of("/tmp/upload"))) {
          throw new IOException("entry leaves the folder");
        }
        try (FileOutputStream out = new FileOutputStream(target.toFile())) { // slguard:safe
          zip.transferTo(out);
        }
      }
    } catch (IOException e) {
      return -1;
    }
    return 0;
  }
}
