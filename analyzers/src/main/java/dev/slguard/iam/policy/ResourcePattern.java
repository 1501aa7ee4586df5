package dev.slguard.iam.policy;

/**
 * How entries of Resource and NotResource match (IAM User Guide, elements_resource): {@code *} or an ARN of six fields, in
 * which {@code *} stays within its field unless it ends it or stands in the last one.
 */
public final class ResourcePattern {
  private static final int LAST_FIELD = 5;
  private static final int SERVICE_FIELD = 2;

  private ResourcePattern() {}

  /** The entry made ready for matching; {@code complete} adds {@code *} for missing fields, as identity policies do. */
  public static Glob glob(TextPattern pattern, boolean complete) {
    if (pattern.isAny()) {
      return Glob.EVERYTHING;
    }
    if (isMalformed(pattern)) {
      return Glob.NOTHING;
    }
    var glob = new Glob.Builder(false);
    int field = 0;
    for (int i = 0; i < pattern.parts().size(); i++) {
      switch (pattern.parts().get(i)) {
        case Part.Literal(String text) -> {
          glob.text(text);
          field += colons(text);
        }
        case Part.Hole hole -> {
          glob.hole(hole);
          field = hole.segment() ? field : Math.max(field, LAST_FIELD);
        }
        case Part.Variable variable -> {
          glob.hole(Glob.holeOf(variable));
          field = Math.max(field, LAST_FIELD);
        }
        case Part.AnyOne _ -> glob.token(field >= LAST_FIELD ? Glob.ONE : Glob.ONE_INSIDE);
        case Part.AnyRun _ -> {
          if (field == SERVICE_FIELD) {
            return Glob.NOTHING;
          }
          glob.token(field >= LAST_FIELD || endsField(pattern, i + 1) ? Glob.ANY : Glob.RUN);
        }
      }
    }
    if (isShort(pattern)) {
      return glob.build();
    }
    boolean open = pattern.parts().getLast() instanceof Part.AnyRun;
    if (!complete && !open && field < LAST_FIELD) {
      return Glob.NOTHING;
    }
    for (; complete && field < LAST_FIELD; field++) {
      glob.text(":").token(Glob.ANY);
    }
    return glob.build();
  }

  /** A resource that is asked for: an ARN or {@code *}, all of it text. */
  public static Glob resource(String resource) {
    return Glob.text(resource);
  }

  /** Whether the entry is known to be neither {@code *} nor an ARN nor the short form of API Gateway's policies. */
  public static boolean isMalformed(TextPattern pattern) {
    if (pattern.isAny() || pattern.parts().isEmpty()) {
      return pattern.parts().isEmpty();
    }
    return switch (pattern.parts().getFirst()) {
      case Part.Literal(String text) -> !(text.startsWith("arn:") || text.startsWith("execute-api:/")
          || text.equals("arn") && pattern.parts().size() > 1);
      case Part.AnyRun _,Part.AnyOne _ -> true;
      case Part.Hole _,Part.Variable _ -> false;
    };
  }

  /** Whether the entry is the short form of API Gateway's policies, without the API itself. */
  public static boolean isShort(TextPattern pattern) {
    return !pattern.parts().isEmpty() && pattern.parts().getFirst() instanceof Part.Literal(String text)
        && text.startsWith("execute-api:/");
  }

  private static boolean endsField(TextPattern pattern, int next) {
    return next == pattern.parts().size()
        || pattern.parts().get(next) instanceof Part.Literal(String text) && text.startsWith(":");
  }

  private static int colons(String text) {
    int colons = 0;
    for (int i = 0; i < text.length(); i++) {
      colons += text.charAt(i) == ':' ? 1 : 0;
    }
    return colons;
  }
}
