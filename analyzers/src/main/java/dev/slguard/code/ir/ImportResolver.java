package dev.slguard.code.ir;

import java.util.List;

/**
 * Says which file, or which library, an import means. Made once a scan for one language; thread-safe.
 *
 * <p>The engine calls it for {@link Instruction.Import}, ImportAll, ExportAll and for declared types that no import
 * instruction names.
 */
public interface ImportResolver {
  /**
   * What {@code specifier} means in the file {@code importer}.
   *
   * @param specifier as in the instruction: {@code ./store}, {@code ..models.order}, {@code com.acme.Orders}
   */
  Target resolve(String specifier, String importer);

  /** What an import means. */
  sealed interface Target {
    /**
     * A module of the project.
     *
     * @param path of its file
     * @param members what to take from that module one after the other: the class that a Java name ends in; empty for
     *     the module itself
     */
    record Project(String path, List<String> members) implements Target {
      public Project {
        members = List.copyOf(members);
      }
    }

    /**
     * Anything else, by the name that models use: {@code os.path}, {@code @aws-sdk/client-s3}, {@code fs} (also for
     * {@code node:fs}), {@code java.sql.Connection}. The member of the import is added by the engine, with a dot.
     */
    record Library(String name) implements Target {}
  }
}
