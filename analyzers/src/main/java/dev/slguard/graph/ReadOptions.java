package dev.slguard.graph;

import dev.slguard.source.Glob;
import dev.slguard.template.TemplateOptions;
import java.util.List;

/**
 * What to read and how.
 *
 * @param paths folders and files relative to the root; {@code ""} is the root itself
 * @param threads how many files are read at once; the result does not depend on it
 * @param useGitIgnore whether {@code .gitignore} files count
 * @param excluded patterns of paths to leave out
 */
public record ReadOptions(List<String> paths, TemplateOptions template, int threads, boolean useGitIgnore,
    List<Glob> excluded) {
  /** The whole root on one thread. */
  public static final ReadOptions DEFAULT = new ReadOptions(List.of(""), TemplateOptions.NONE, 1, true, List.of());

  public ReadOptions {
    paths = List.copyOf(paths);
    excluded = List.copyOf(excluded);
  }
}
