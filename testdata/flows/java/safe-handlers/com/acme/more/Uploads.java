package com.acme.more;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

// slguard:trigger HTTP_API_V2
public class Uploads implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private static final Set<String> ENDINGS = Set.of("png", "jpg", "pdf");
  private static final Path WORK = Path.of("/tmp/work").toAbsolutePath().normalize();
  private final S3Client s3 = S3Client.create();

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    byte[] content = event.getIsBase64Encoded() ? Base64.getDecoder().decode(event.getBody()) : event.getBody().getBytes();
    String name = event.getHeaders().getOrDefault("x-file-name", "upload.bin");
    String ending = ending(name);
    try {
      if (ending.equals("zip")) {
        unpack(content);
        return answer(202, "{\"unpacked\":true}");
      }
      if (!ENDINGS.contains(ending)) {
        return answer(415, "{\"message\":\"Unsupported type\"}");
      }
      String stored = UUID.randomUUID() + "." + ending;
      Path local = WORK.resolve(stored);
      Files.write(local, content); // slguard:safe
      s3.putObject(b -> b.bucket(System.getenv("UPLOADS")).key("in/" + stored).metadata(Map.of("ending", ending)), RequestBody.fromFile(local)); // slguard:safe
      Files.deleteIfExists(local); // slguard:safe
      return answer(201, "{\"key\":\"" + stored + "\"}");
    } catch (IOException e) {
      context.getLogger().log("Upload failed: " + e.getClass().getSimpleName());
      return answer(500, "{\"message\":\"Internal error\"}");
    }
  }

  private static void unpack(byte[] content) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path target = WORK.resolve(entry.getName()).normalize();
        if (!target.startsWith(WORK)) {
          throw new IOException("Entry leaves the folder");
        }
        if (entry.isDirectory()) {
          Files.createDirectories(target); // slguard:safe
        } else {
          Files.createDirectories(target.getParent()); // slguard:safe
          Files.copy(zip, target); // slguard:safe
        }
      }
    }
  }

  private static String ending(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  private static APIGatewayV2HTTPResponse answer(int status, String body) {
    return APIGatewayV2HTTPResponse.builder().withStatusCode(status).withHeaders(Map.of("content-type", "application/json")).withBody(body).build();
  }
}
