package dev.slguard.template.serverless.event;

import dev.slguard.source.Tree;
import dev.slguard.template.serverless.service.Config;
import dev.slguard.template.serverless.service.Draft;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** Names that AWS limits to 64 characters, shortened as the framework does it. */
final class Hashes {
  private static final int LIMIT = 64;

  private Hashes() {}

  /** {@code name} if it is short enough; else its beginning, its MD5 hash and {@code suffix}. */
  static Tree shortened(Tree name, String suffix, Draft draft) {
    Optional<String> text = Config.text(name).filter(known -> known.length() > LIMIT);
    return text
        .<Tree>map(
            known -> draft.text(known.substring(0, Math.max(0, 31 - suffix.length())) + md5(known) + "-" + suffix))
        .orElse(name);
  }

  /** The MD5 hash of {@code text} in hexadecimal digits. */
  static String md5(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has MD5", e);
    }
  }
}
