package dev.slguard.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much of the catalogue, which holds 22,000 actions and 1,594 managed policies, a run reads; bytes as they stand in memory. */
class CatalogueReadingTest {
  private static final long SECONDS = 120;
  private static final long LIMIT = 1_000_000;

  @TempDir
  Path folder;

  private List<String> read(String... arguments) throws IOException, InterruptedException {
    Path record = folder.resolve("record");
    Files.deleteIfExists(record);
    var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
        "-D" + CatalogueMeter.RECORD + "=" + record, "-XX:+UseSerialGC", "-Xss4m", CatalogueMeter.class.getName()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).directory(Project.folder().toFile()).redirectErrorStream(true)
        .redirectOutput(folder.resolve("output").toFile()).start();
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError(command + " did not end within " + SECONDS + " s");
    }
    assertThat(process.exitValue()).as(Files.readString(folder.resolve("output"))).isIn(0, 1, 3);
    return Files.exists(record) ? Files.readAllLines(record) : List.of();
  }

  private static long sum(List<String> lines) {
    return lines.stream().mapToLong(line -> Long.parseLong(line.substring(line.lastIndexOf(' ') + 1))).sum();
  }

  @Test
  void scanning_a_small_application_reads_less_than_a_megabyte() throws IOException, InterruptedException {
    for (String application : List.of("testdata/orders", "testdata/tickets", "testdata/stack", "testdata/cdk-shop")) {
      List<String> lines = read("scan", application);
      assertThat(sum(lines)).as("%s reads %s", application, lines).isPositive().isLessThan(LIMIT);
    }
  }

  @Test
  void checking_one_document_reads_less_than_a_megabyte() throws IOException, InterruptedException {
    Path document = folder.resolve("policy.json");
    Files.writeString(document,
        """
          {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:Get*","dynamodb:*","iam:PassRole"],"Resource":"*"}]}
          """);
    List<String> lines = read("policy", "check", document.toString());
    assertThat(sum(lines)).as(lines.toString()).isPositive().isLessThan(LIMIT);
  }
}
