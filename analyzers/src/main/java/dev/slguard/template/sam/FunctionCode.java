package dev.slguard.template.sam;

import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import java.util.Optional;

/** Where a function's (or layer's, or API's) content stands: CodeUri, InlineCode or ImageUri. */
final class FunctionCode {
  private final SamTemplate template;
  private final Owner owner;

  FunctionCode(SamTemplate template, Owner owner) {
    this.template = template;
    this.owner = owner;
  }

  /** The property Code of the Lambda function; a local path stays as written. */
  Optional<Tree> code() {
    boolean image = owner.property("PackageType").flatMap(Intrinsics::textOf).filter("Image"::equals).isPresent();
    Optional<Tree> code = image ? imageCode() : zipCode();
    Optional<Tree> key = owner.property("SourceKMSKeyArn");
    return code.map(tree -> !image && key.isPresent() && tree instanceof Tree.Mapping mapping
        ? Draft.of(mapping).put("SourceKMSKeyArn", key.get()).build()
        : tree);
  }

  private Optional<Tree> imageCode() {
    Optional<Tree> uri = owner.property("ImageUri");
    if (uri.isPresent()) {
      return Optional.of(Draft.at(uri.get().at()).takeAs("ImageUri", owner.properties(), "ImageUri").build());
    }
    boolean built = owner.resource().mapping("Metadata").filter(metadata -> metadata.has("Dockerfile")).isPresent();
    if (!built) {
      template.error(owner, owner.at(), "a function of PackageType 'Image' needs ImageUri");
    }
    return Optional.empty();
  }

  private Optional<Tree> zipCode() {
    Optional<Tree> inline = owner.property("InlineCode").filter(tree -> !Intrinsics.isNull(tree));
    Optional<Tree> uri = owner.property("CodeUri").filter(tree -> !Intrinsics.isNull(tree));
    if (inline.isPresent() && uri.isEmpty()) {
      return Optional.of(Draft.at(inline.get().at()).takeAs("ZipFile", owner.properties(), "InlineCode").build());
    }
    if (inline.isPresent()) {
      template.error(owner, owner.placeOf("InlineCode"),
          "CodeUri and InlineCode exclude each other; InlineCode counts");
      return Optional.of(Draft.at(inline.get().at()).takeAs("ZipFile", owner.properties(), "InlineCode").build());
    }
    return uri.flatMap(tree -> location("CodeUri", tree, "S3Bucket", "S3Key", "S3ObjectVersion"));
  }

  /**
   * The object that {@code tree}, the value of the property {@code name}, names: an S3 address or object in the form that
   * CloudFormation wants, anything else as written.
   */
  Optional<Tree> location(String name, Tree tree, String bucketKey, String keyKey, String versionKey) {
    Span at = tree.at();
    if (Intrinsics.isFunction(tree)) {
      return Optional.of(template.resolved(tree) instanceof Tree.Scalar scalar
          ? address(scalar, bucketKey, keyKey, versionKey)
          : tree);
    }
    return switch (tree) {
      case Tree.Scalar scalar -> {
        if (scalar.text().contains("://") && !isAddress(scalar.text())) {
          template.doubt(owner, owner.placeOf(name), name + " is an address, but not one of S3 with bucket and key");
        }
        if (scalar.text().contains("{{resolve:")) {
          template.error(owner, owner.placeOf(name), name + " is a dynamic reference, which is not resolved there");
        }
        yield Optional.of(address(scalar, bucketKey, keyKey, versionKey));
      }
      case Tree.Mapping mapping -> {
        if (!mapping.has("Bucket") || !mapping.has("Key")) {
          template.error(owner, owner.placeOf(name), name + " needs Bucket and Key");
        }
        yield Optional.of(Draft.at(at).takeAs(bucketKey, mapping, "Bucket").takeAs(keyKey, mapping, "Key")
            .takeAs(versionKey, mapping, "Version").build());
      }
      case Tree.Sequence _ -> {
        template.error(owner, owner.placeOf(name), name + " is a list; a path, an S3 address or an object is expected");
        yield Optional.empty();
      }
    };
  }

  private static boolean isAddress(String text) {
    int slash = text.startsWith("s3://") ? text.indexOf('/', 5) : -1;
    return slash > 5 && slash < text.length() - 1 && text.indexOf('[') < 0;
  }

  private static Tree address(Tree.Scalar scalar, String bucketKey, String keyKey, String versionKey) {
    String text = scalar.text();
    int slash = text.startsWith("s3://") ? text.indexOf('/', 5) : -1;
    if (slash < 0) {
      return scalar;
    }
    String key = text.substring(slash + 1);
    int query = key.indexOf("?versionId=");
    var location = Draft.at(scalar.at()).put(bucketKey, text.substring(5, slash)).put(keyKey,
        query < 0 ? key : key.substring(0, query));
    if (query >= 0) {
      location.put(versionKey, key.substring(query + "?versionId=".length()));
    }
    return location.build();
  }
}
