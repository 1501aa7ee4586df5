package dev.slguard.code.javascript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slguard.code.ir.ImportResolver;
import dev.slguard.code.ir.ImportResolver.Target;
import dev.slguard.source.Limits;
import dev.slguard.source.Root;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ModuleResolverTest {
  @TempDir
  private Path folder;
  private final TreeSet<String> files = new TreeSet<>();

  @BeforeEach
  void files() throws IOException {
    write("src/app.ts", "");
    write("src/store.ts", "");
    write("src/old.js", "");
    write("src/lib/index.mjs", "");
    write("src/lib/view.tsx", "");
    write("layers/shared/nodejs/auth.js", "");
    write("packages/core/src/event.ts", "");
    write("packages/core/src/index.ts", "");
    write("packages/core/package.json",
        "{\"name\": \"@app/core\", \"exports\": {\"./*\": [\"./src/*.ts\", \"./src/*/index.ts\"]}, \"imports\": {\"#e\": \"./src/event.ts\"}}");
    write("tsconfig.base.json",
        "{\"compilerOptions\": {\"baseUrl\": \".\", \"paths\": {\"@lib/*\": [\"src/lib/*\"], \"store\": [\"src/store\"]}}}");
    write("tsconfig.json", "{ // comment\n \"extends\": \"./tsconfig.base.json\"}");
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    if (!path.endsWith(".json")) {
      files.add(path);
    }
  }

  private Target resolve(String specifier, String importer) {
    try {
      ImportResolver resolver = new JavaScriptFrontEnd().imports(new Root(folder, Limits.DEFAULT), files);
      return resolver.resolve(specifier, importer);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Target file(String path) {
    return new Target.Project(path, List.of());
  }

  @Test
  void relative_imports_find_extensions_index_files_and_sources_of_compiled_names() {
    assertThat(resolve("./store", "src/app.ts")).isEqualTo(file("src/store.ts"));
    assertThat(resolve("./store.js", "src/app.ts")).isEqualTo(file("src/store.ts"));
    assertThat(resolve("./old.js", "src/app.ts")).isEqualTo(file("src/old.js"));
    assertThat(resolve("./lib", "src/app.ts")).isEqualTo(file("src/lib/index.mjs"));
    assertThat(resolve("../src/lib/view.jsx", "src/app.ts")).isEqualTo(file("src/lib/view.tsx"));
    assertThat(resolve("./gone", "src/app.ts")).isEqualTo(new Target.Library("./gone"));
    assertThat(resolve("../../outside", "src/app.ts")).isEqualTo(new Target.Library("../../outside"));
  }

  @Test
  void packages_stay_packages_and_node_modules_lose_their_scheme() {
    assertThat(resolve("@aws-sdk/client-s3", "src/app.ts")).isEqualTo(new Target.Library("@aws-sdk/client-s3"));
    assertThat(resolve("node:fs/promises", "src/app.ts")).isEqualTo(new Target.Library("fs/promises"));
  }

  @Test
  void compiler_paths_and_base_are_inherited() {
    assertThat(resolve("@lib/view", "src/app.ts")).isEqualTo(file("src/lib/view.tsx"));
    assertThat(resolve("store", "src/app.ts")).isEqualTo(file("src/store.ts"));
    assertThat(resolve("src/store", "src/app.ts")).isEqualTo(file("src/store.ts"));
  }

  @Test
  void packages_of_the_repository_are_files() {
    assertThat(resolve("@app/core/event", "src/app.ts")).isEqualTo(file("packages/core/src/event.ts"));
    assertThat(resolve("@app/core", "src/app.ts")).isEqualTo(file("packages/core/src/index.ts"));
    assertThat(resolve("#e", "packages/core/src/index.ts")).isEqualTo(file("packages/core/src/event.ts"));
  }

  @Test
  void layers_lie_under_opt() {
    assertThat(resolve("/opt/nodejs/auth", "src/app.ts")).isEqualTo(file("layers/shared/nodejs/auth.js"));
    assertThat(resolve("/opt/nodejs/none", "src/app.ts")).isEqualTo(new Target.Library("/opt/nodejs/none"));
  }
}
