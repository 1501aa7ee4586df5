package dev.slguard.template;

import dev.slguard.source.Diagnostics;
import dev.slguard.source.Root;
import dev.slguard.source.Tree;
import java.util.List;

/** A way to write templates. Stateless and thread-safe; the list of formats stands in graph. */
public interface TemplateFormat {

  /** Whether {@code document}, the content of the file {@code path}, is of this format; decided by content. */
  boolean recognises(String path, Tree.Mapping document);

  /**
   * Expands a document to plain CloudFormation, intrinsics, conditions and parameters kept as written.
   *
   * @param path of the document relative to the root
   * @return one expansion a deployment: one for a template, one a stage for a service, one a stack for an assembly
   */
  List<Expansion> expand(String path, Tree.Mapping document, Root root, TemplateOptions options,
      Diagnostics diagnostics);

  /** Paths of files that are read through {@code document} and are nothing of their own, as the templates of an assembly are. */
  default List<String> covers(String path, Tree.Mapping document, Root root) {
    return List.of();
  }
}
