package dev.slguard.template.binding;

import dev.slguard.model.Authorization;
import dev.slguard.model.EventShape;
import dev.slguard.model.Exposure;
import dev.slguard.model.Resource;
import dev.slguard.model.Route;
import dev.slguard.model.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Functions that CloudFront runs at its edge for viewers' and origins' requests. */
record EdgeTriggers() implements TriggerFamily {

  @Override
  public List<Trigger> triggers(Stack stack) {
    var triggers = new ArrayList<Trigger>();
    for (Resource distribution : stack.ofType("AWS::CloudFront::Distribution")) {
      var behaviors = new ArrayList<>(stack.find(distribution, "DistributionConfig.DefaultCacheBehavior"));
      behaviors.addAll(stack.find(distribution, "DistributionConfig.CacheBehaviors[]"));
      for (Found behavior : behaviors) {
        String pattern = stack.find(behavior, "PathPattern").stream().flatMap(path -> path.text().stream()).findFirst()
            .orElse("/*");
        for (Found function : stack.find(behavior, "LambdaFunctionAssociations[].LambdaFunctionARN")) {
          var route = new Route("ANY", pattern, distribution.id(), function.at());
          triggers.addAll(stack.triggers(function,
              new Cause(EventShape.CLOUDFRONT, Optional.of(route),
                  Cause.authorization(Authorization.Kind.NONE, behavior.at()), Exposure.INTERNET,
                  Optional.of(distribution.id()), function.at(), List.of(distribution.provenance().at()))));
        }
      }
    }
    return triggers;
  }
}
