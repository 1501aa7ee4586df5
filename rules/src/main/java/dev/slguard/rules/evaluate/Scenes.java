package dev.slguard.rules.evaluate;

import dev.slguard.graph.Application;
import dev.slguard.iam.catalogue.Catalogue;
import dev.slguard.model.Deployment;
import java.util.IdentityHashMap;

/** An application with what evaluators look up in it, made once for all of them. Belongs to one scan and one thread. */
public final class Scenes {
  private final Application application;
  private final Catalogue catalogue = new Catalogue();
  private final IdentityHashMap<Deployment, Scene> scenes = new IdentityHashMap<>();

  /** Of {@code application}. */
  public Scenes(Application application) {
    this.application = application;
  }

  Application application() {
    return application;
  }

  Catalogue catalogue() {
    return catalogue;
  }

  Scene of(Deployment deployment) {
    return scenes.computeIfAbsent(deployment, one -> new Scene(one, catalogue, application.account().account()));
  }
}
