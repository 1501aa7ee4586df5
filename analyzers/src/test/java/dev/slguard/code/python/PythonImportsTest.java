package dev.slguard.code.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slguard.code.ir.ImportResolver.Target;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PythonImportsTest {
  private static Target resolve(String specifier, String importer, String... files) {
    return new PythonImports(new TreeSet<>(List.of(files))).resolve(specifier, importer);
  }

  private static Target project(String path, String... members) {
    return new Target.Project(path, List.of(members));
  }

  @Test
  void a_module_beside_the_importer() {
    assertThat(resolve("store", "src/app.py", "src/app.py", "src/store.py")).isEqualTo(project("src/store.py"));
  }

  @Test
  void a_package_and_its_members() {
    assertThat(resolve("lib.db.Table", "src/app.py", "src/app.py", "src/lib/__init__.py", "src/lib/db.py"))
        .isEqualTo(project("src/lib/db.py", "Table"));
    assertThat(resolve("lib", "src/app.py", "src/app.py", "src/lib/__init__.py"))
        .isEqualTo(project("src/lib/__init__.py"));
    assertThat(resolve("lib.db", "src/app.py", "src/app.py", "src/lib/db.py")).isEqualTo(project("src/lib/db.py"));
  }

  @Test
  void relative_imports_count_folders() {
    String[] files = {"a/b/c.py", "a/b/__init__.py", "a/d.py", "a/__init__.py"};
    assertThat(resolve(".", "a/b/c.py", files)).isEqualTo(project("a/b/__init__.py"));
    assertThat(resolve(".c", "a/b/__init__.py", files)).isEqualTo(project("a/b/c.py"));
    assertThat(resolve("..d.Order", "a/b/c.py", files)).isEqualTo(project("a/d.py", "Order"));
    assertThat(resolve(".....x", "a/b/c.py", files)).isEqualTo(new Target.Library(".....x"));
    assertThat(resolve(".gone", "a/b/c.py", files)).isEqualTo(project("a/b/__init__.py", "gone"));
  }

  @Test
  void code_in_a_package_starts_from_the_folder_around_it() {
    String[] files = {"src/shop/__init__.py", "src/shop/api/__init__.py", "src/shop/api/app.py", "src/shop/db.py",
        "src/shop/json.py"};
    assertThat(resolve("shop.db", "src/shop/api/app.py", files)).isEqualTo(project("src/shop/db.py"));
    assertThat(resolve("json", "src/shop/api/app.py", files)).isEqualTo(new Target.Library("json"));
  }

  @Test
  void a_needless_init_file_hides_no_neighbour() {
    assertThat(resolve("store", "hello/app.py", "hello/__init__.py", "hello/app.py", "hello/store.py"))
        .isEqualTo(project("hello/store.py"));
  }

  @Test
  void a_layer_holds_modules_for_all() {
    assertThat(resolve("common.db", "fn/app.py", "fn/app.py", "layers/base/python/common/db.py"))
        .isEqualTo(project("layers/base/python/common/db.py"));
    assertThat(resolve("helpers", "fn/app.py", "fn/app.py", "layer/python/helpers.py"))
        .isEqualTo(project("layer/python/helpers.py"));
  }

  @Test
  void a_dotted_name_is_found_where_only_one_file_fits() {
    assertThat(resolve("common.db", "fn/app.py", "fn/app.py", "layers/base/common/db.py"))
        .isEqualTo(project("layers/base/common/db.py"));
    assertThat(resolve("common.db", "fn/app.py", "fn/app.py", "x/common/db.py", "y/common/db.py"))
        .isEqualTo(new Target.Library("common.db"));
    assertThat(resolve("requests", "fn/app.py", "fn/app.py", "other/requests.py"))
        .isEqualTo(new Target.Library("requests"));
  }

  @Test
  void everything_else_is_a_library() {
    assertThat(resolve("os.path", "app.py", "app.py")).isEqualTo(new Target.Library("os.path"));
    assertThat(resolve("", "app.py", "app.py")).isEqualTo(new Target.Library(""));
    assertThat(resolve("a..b", "app.py", "app.py")).isEqualTo(new Target.Library("a..b"));
  }
}
