package com.acme.data;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.athena.model.Row;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

// slguard:trigger DIRECT_INVOKE
public class Exporter implements RequestHandler<Map<String, String>, Map<String, String>> {
  private final AthenaClient athena = AthenaClient.create();
  private final S3Client s3 = S3Client.create();
  private final S3Presigner presigner = S3Presigner.create();

  @Override
  public Map<String, String> handleRequest(Map<String, String> input, Context context) {
    YearMonth month = YearMonth.parse(input.get("month"));
    String region = input.get("region");
    String query = "SELECT region, total FROM sales WHERE year = " + month.getYear() + " AND month = " + month.getMonthValue() + " AND region = ?";
    String id = athena.startQueryExecution(b -> b.queryString(query).executionParameters(region).workGroup(System.getenv("WORKGROUP"))).queryExecutionId(); // slguard:safe
    Map<String, List<String>> sheets = new LinkedHashMap<>();
    for (Row row : athena.getQueryResults(b -> b.queryExecutionId(id)).resultSet().rows()) {
      sheets.computeIfAbsent("sales", k -> new ArrayList<>()).add(row.data().get(0).varCharValue() + ";" + row.data().get(1).varCharValue());
    }
    String key = "exports/" + month + "/" + context.getAwsRequestId() + ".zip";
    s3.putObject(b -> b.bucket(System.getenv("EXPORTS")).key(key), RequestBody.fromBytes(zip(sheets))); // slguard:safe
    String url = presigner.presignGetObject(p -> p.signatureDuration(java.time.Duration.ofMinutes(10)).getObjectRequest(g -> g.bucket(System.getenv("EXPORTS")).key(key))).url().toString(); // slguard:safe
    return Map.of("url", url, "rows", String.valueOf(sheets.getOrDefault("sales", List.of()).size()));
  }

  private static byte[] zip(Map<String, List<String>> sheets) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, List<String>> sheet : sheets.entrySet()) {
        out.putNextEntry(new ZipEntry(sheet.getKey() + ".csv")); // slguard:safe
        out.write(String.join("\n", sheet.getValue()).getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }
}
