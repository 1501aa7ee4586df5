package dev.slguard.template.sam;

import dev.slguard.source.Tree;
import dev.slguard.template.cloudformation.TreeJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The ten hexadecimal digits by which SAM makes an id change with its content. */
final class Hash {
  private Hash() {}

  static String of(Tree tree) {
    return of(TreeJson.compact(tree));
  }

  static String of(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 5);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-1", e);
    }
  }
}
