package dev.slguard.template.serverless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.slguard.source.Diagnostics;
import dev.slguard.source.Limits;
import dev.slguard.source.Root;
import dev.slguard.source.Scratch;
import dev.slguard.source.SourceFile;
import dev.slguard.source.Tree;
import dev.slguard.template.serverless.service.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramTest {
  private static final String TYPED = """
    import type { AWS } from '@serverless/typescript';
    import hello from '@functions/hello';
    import { statements as granted } from './config/roles';

    const region = 'eu-west-1'; // where it runs
    const shared = { A: 'a', B: process.env.TOKEN };
    function ignored() { return { service: 'no' }; }

    const serverlessConfiguration: AWS = {
      service: 'shop',
      frameworkVersion: '3',
      provider: {
        name: 'aws',
        runtime: "nodejs20.x",
        region,
        timeout: 1_0,
        environment: { ...shared, C: `x-${region}-\\${self:service}`, D: 'p' + region },
        iam: { role: { statements: granted } },
      },
      functions: { hello, other: { handler: 'a.b', events: [{ http: { path: '/x', method: 'get' } }], }, },
      custom: { when: new Date(), list: [1, true, null,], },
    } satisfies AWS;

    module.exports = serverlessConfiguration;
    """;

  @TempDir
  Path folder;
  private final Diagnostics diagnostics = new Diagnostics();

  private Optional<Tree.Mapping> read(String path, String text, Map<String, String> files) throws IOException {
    for (var file : files.entrySet()) {
      Files.createDirectories(folder.resolve(file.getKey()).getParent());
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
    return ServerlessFormat.program(SourceFile.of(path, text), new Root(folder, Limits.DEFAULT), diagnostics);
  }

  @Test
  void an_object_of_literals_constants_and_local_modules_is_read() throws IOException {
    Tree.Mapping service = read("serverless.ts", TYPED, Map.of("src/functions/hello/index.ts", """
      import { handlerPath } from '@libs/handler-resolver';
      export default {
        handler: `${handlerPath(__dirname)}/handler.main`,
        events: [],
      };
      """, "config/roles.ts", """
      export const statements = [{ Effect: 'Allow', Action: '*', Resource: '*' }];
      """)).orElseThrow();
    assertThat(Shape.of(service.get("provider").orElseThrow()))
        .isEqualTo("{\"name\":\"aws\",\"runtime\":\"nodejs20.x\","
            + "\"region\":\"eu-west-1\",\"timeout\":10,\"environment\":{\"A\":\"a\",\"B\":{\"Fn::Unresolved\":"
            + "{\"Origin\":\"ENVIRONMENT\",\"Detail\":\"env:TOKEN\"}},\"C\":\"x-eu-west-1-${self:service}\","
            + "\"D\":\"peu-west-1\"},\"iam\":{\"role\":{\"statements\":[{\"Effect\":\"Allow\",\"Action\":\"*\","
            + "\"Resource\":\"*\"}]}}}");
    assertThat(Shape.of(service.get("functions").orElseThrow()))
        .contains("\"hello\":{\"handler\":\"src/functions/hello/handler.main\",\"events\":[]}")
        .contains("\"other\":{\"handler\":\"a.b\",\"events\":[{\"http\":{\"path\":\"/x\",\"method\":\"get\"}}]}");
    assertThat(service.mapping("functions").flatMap(f -> f.mapping("other")).orElseThrow().at().line()).isEqualTo(20);
    assertThat(new ServerlessFormat().recognises("serverless.ts", service)).isTrue();
  }

  @Test
  void other_ways_to_export() throws IOException {
    assertThat(read("serverless.js", "module.exports = { service: 'a', provider: 'aws' };", Map.of())).isPresent();
    assertThat(read("serverless.mjs", "export default {service: 'a', provider: {name: 'aws'}}", Map.of())).isPresent();
    assertThat(read("serverless.ts", "const c = {service: 'a', provider: {name: 'aws'}}\nexport = c\n", Map.of()))
        .isPresent();
  }

  @Test
  void a_computed_service_is_named_and_not_run() throws IOException {
    assertThat(read("serverless.js", "module.exports = async () => ({ service: 'a' });", Map.of())).isEmpty();
    assertThat(diagnostics.toList()).extracting(d -> d.message()).containsExactly(
        "this service is computed by a program, which is not executed; 'serverless print' gives a file that can be checked");
  }

  @Test
  void circles_end() throws IOException {
    assertThatCode(() -> read("serverless.js",
        "const a = b; const b = { service: a, x: { ...b } }; module.exports = b;", Map.of()))
        .doesNotThrowAnyException();
    assertThatCode(() -> read("serverless.js", "module.exports = " + "[".repeat(20000), Map.of()))
        .doesNotThrowAnyException();
    assertThatCode(() -> read("serverless.js", "module.exports = " + "{a:(".repeat(20000), Map.of()))
        .doesNotThrowAnyException();
  }

  @Property(tries = 300)
  void no_cut_makes_it_throw(@ForAll @IntRange(min = 0, max = 1200) int start,
      @ForAll @IntRange(min = 0, max = 1200) int end) throws IOException {
    String text = TYPED.substring(0, Math.min(start, TYPED.length())) + TYPED.substring(Math.min(end, TYPED.length()));
    try (Scratch empty = Scratch.create()) {
      assertThatCode(() -> ServerlessFormat.program(SourceFile.of("serverless.ts", text),
          new Root(empty.folder(), Limits.DEFAULT), diagnostics)).doesNotThrowAnyException();
    }
  }
}
