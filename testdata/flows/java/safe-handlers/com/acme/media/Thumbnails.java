package com.acme.media;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

// slguard:trigger S3
public class Thumbnails implements RequestHandler<S3Event, String> {
  private static final float MAX_DIMENSION = 100;
  private static final Pattern TYPE = Pattern.compile(".*\\.([^\\.]*)");
  private final S3Client s3 = S3Client.builder().build();

  @Override
  public String handleRequest(S3Event event, Context context) {
    try {
      S3EventNotification.S3EventNotificationRecord record = event.getRecords().get(0);
      String sourceBucket = record.getS3().getBucket().getName();
      String sourceKey = record.getS3().getObject().getUrlDecodedKey();
      String targetBucket = sourceBucket + "-resized";
      String targetKey = "resized-" + sourceKey;
      Matcher matcher = TYPE.matcher(sourceKey);
      if (!matcher.matches()) {
        context.getLogger().log("Unable to infer image type for key " + sourceKey);
        return "";
      }
      String type = matcher.group(1);
      if (!"jpg".equals(type) && !"png".equals(type)) {
        context.getLogger().log("Skipping non-image " + sourceKey);
        return "";
      }
      ResponseBytes<GetObjectResponse> source = s3.getObjectAsBytes(GetObjectRequest.builder().bucket(sourceBucket).key(sourceKey).build()); // slguard:safe
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(source.asByteArray())); // slguard:safe
      float scaling = Math.min(MAX_DIMENSION / image.getWidth(), MAX_DIMENSION / image.getHeight());
      int width = (int) (scaling * image.getWidth());
      int height = (int) (scaling * image.getHeight());
      BufferedImage resized = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
      Graphics2D graphics = resized.createGraphics();
      graphics.drawImage(image, 0, 0, width, height, null);
      graphics.dispose();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(resized, type, out);
      PutObjectRequest put = PutObjectRequest.builder().bucket(targetBucket).key(targetKey).contentType("image/" + type).build();
      s3.putObject(put, RequestBody.fromBytes(out.toByteArray())); // slguard:safe
      return "Ok";
    } catch (IOException e) {
      throw new RuntimeException(e);
    }
  }
}
