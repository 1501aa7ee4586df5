package dev.slguard.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code slguard doctor} names the functions whose code a scan does not read, and no others. */
class DoctorTest {
  private static final String TEMPLATE = """
    Transform: AWS::Serverless-2016-10-31
    Resources:
      Framed:
        Type: AWS::Serverless::Function
        Properties:
          CodeUri: app
          Handler: org.springframework.cloud.function.adapter.aws.FunctionInvoker
          Runtime: java21
      Lost:
        Type: AWS::Serverless::Function
        Properties: {CodeUri: lost, Handler: app.handler, Runtime: python3.13}
    """;
  private static final String BEAN = """
    package com.acme;
    import java.util.function.Function;
    import org.springframework.context.annotation.Bean;
    public class Beans {
      @Bean
      public Function<String, String> greet() {
        return name -> "Hello " + name;
      }
    }
    """;

  @TempDir
  Path folder;

  @Test
  void functions_that_a_framework_runs_are_not_named() throws IOException {
    Files.writeString(folder.resolve("template.yaml"), TEMPLATE);
    Path sources = Files.createDirectories(folder.resolve("app/src/main/java/com/acme"));
    Files.writeString(sources.resolve("Beans.java"), BEAN);
    String out = Slguard.run(folder, "doctor").out();
    assertThat(out).contains("the code of function 'Lost' is not read").doesNotContain("'Framed'");
  }

  @Test
  void a_framework_without_anything_to_run_is_named() throws IOException {
    Files.writeString(folder.resolve("template.yaml"), TEMPLATE);
    assertThat(Slguard.run(folder, "doctor").out()).contains("the code of function 'Framed' is not read");
  }
}
