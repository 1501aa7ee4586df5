package dev.slguard.graph;

import dev.slguard.source.Glob;
import dev.slguard.source.Root;
import dev.slguard.template.TemplateOptions;
import java.util.List;
import java.util.Optional;

/**
 * What to read and how.
 *
 * @param paths folders and files relative to the root; {@code ""} is the root itself
 * @param threads how many files are read at once; the result does not depend on it
 * @param useGitIgnore whether {@code .gitignore} files count
 * @param excluded patterns of paths to leave out
 * @param account where {@code policy pull} wrote an AWS account down; nothing of it is read if empty
 */
public record ReadOptions(List<String> paths, TemplateOptions template, int threads, boolean useGitIgnore,
    List<Glob> excluded, Optional<AccountFolder> account) {
  /**
   * A pulled account.
   *
   * @param root the folder
   * @param prefix what leads from the scanned root to it, with a slash at its end
   * @param stack the stack whose roles those of the templates are; empty to find out by their names
   */
  public record AccountFolder(Root root, String prefix, Optional<String> stack) {}

  /** The whole root on one thread. */
  public static final ReadOptions DEFAULT = new ReadOptions(List.of(""), TemplateOptions.NONE, 1, true, List.of(),
      Optional.empty());

  public ReadOptions {
    paths = List.copyOf(paths);
    excluded = List.copyOf(excluded);
  }

  /** The same with a pulled account. */
  public ReadOptions with(AccountFolder given) {
    return new ReadOptions(paths, template, threads, useGitIgnore, excluded, Optional.of(given));
  }
}
