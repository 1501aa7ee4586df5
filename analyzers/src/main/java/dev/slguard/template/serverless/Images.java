package dev.slguard.template.serverless;

import dev.slguard.model.Value;
import dev.slguard.source.Root;
import dev.slguard.source.Tree;
import dev.slguard.template.Unresolved;
import dev.slguard.template.serverless.service.Config;
import dev.slguard.template.serverless.service.Draft;
import dev.slguard.template.serverless.service.Service;
import dev.slguard.template.serverless.service.ServiceFunction;
import java.util.Optional;
import java.util.function.Function;

/** Container images: named ones are declared under {@code provider.ecr.images} and built from a folder. */
final class Images {
  private Images() {}

  /** The address of the image that a function's {@code image} names. */
  static Tree uri(Tree image, Service service, Draft draft) {
    Optional<Tree> direct = image instanceof Tree.Mapping settings
        ? Config.value(settings, "uri")
        : Optional.of(image).filter(tree -> Config.text(tree).filter(text -> text.indexOf('/') >= 0).isPresent());
    Optional<String> name = name(image);
    return direct
        .or(() -> name.flatMap(Images.declared(service))
            .flatMap(settings -> Config.text(settings).isPresent()
                ? Optional.of(settings)
                : Config.mapping(settings).flatMap(mapping -> Config.value(mapping, "uri"))))
        .orElseGet(() -> new Unresolved(Value.Origin.MACRO, "image:" + name.orElse("")).at(draft.at()));
  }

  /** The folder that the image of {@code function} is built from; empty if it is built elsewhere. */
  static Optional<String> folder(ServiceFunction function, Service service) {
    Optional<Tree> image = Config.truthy(function.config(), "image");
    if (image.isEmpty() || Config.truthy(function.config(), "handler").isPresent()) {
      return Optional.empty();
    }
    return name(image.get()).flatMap(declared(service)).flatMap(Config::mapping)
        .flatMap(settings -> settings.text("path")).flatMap(path -> Root.resolveIn(Root.parent(service.path()), path));
  }

  private static Function<String, Optional<Tree>> declared(Service service) {
    return name -> service.provider("ecr", "images", name);
  }

  private static Optional<String> name(Tree image) {
    return image instanceof Tree.Mapping settings ? settings.text("name") : Config.text(image);
  }
}
