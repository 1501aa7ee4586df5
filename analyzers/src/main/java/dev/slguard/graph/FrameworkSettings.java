package dev.slguard.graph;

import dev.slguard.source.Diagnostics;
import dev.slguard.source.Documents;
import dev.slguard.source.Root;
import dev.slguard.source.SourceFile;
import dev.slguard.source.Span;
import dev.slguard.source.Tree;
import java.io.IOException;
import java.io.StringReader;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/**
 * The settings files of Java frameworks beside the sources of a function: {@code application.properties} and
 * {@code application.yml}, flattened to names with dots. What a profile sets counts only if it is Quarkus's {@code %prod}, the
 * one that is deployed.
 */
final class FrameworkSettings {
  private static final List<String> FILES = List.of("application.yml", "application.yaml", "application.properties",
      "config/application.yml", "config/application.yaml", "config/application.properties");
  private static final String SOURCES = "src/main/java/";
  private static final String RESOURCES = "src/main/resources/";
  private static final String DEPLOYED = "%prod.";
  private static final Set<String> PROFILES = Set.of("spring.config.activate.on-profile", "spring.profiles");
  private static final int DEPTH = 30;

  private final Root root;
  private final Diagnostics diagnostics;

  FrameworkSettings(Root root, Diagnostics diagnostics) {
    this.root = root;
    this.diagnostics = diagnostics;
  }

  /** The settings for the code in {@code folder}; {@code sources} are its files, {@code environment} fills placeholders. */
  Map<String, String> of(String folder, Collection<String> sources, Map<String, String> environment) {
    Set<String> places = new LinkedHashSet<>();
    String prefix = folder.isEmpty() ? "" : folder + '/';
    places.add(prefix);
    places.add(prefix + RESOURCES);
    for (String source : sources) {
      int at = source.indexOf(SOURCES);
      if (at == 0 || at > 0 && source.charAt(at - 1) == '/') {
        places.add(source.substring(0, at) + RESOURCES);
      }
    }
    var settings = new TreeMap<String, String>();
    for (String place : places) {
      for (String name : FILES) {
        if (root.isFile(place + name)) {
          root.read(place + name, Span.startOf(place + name), diagnostics).ifPresent(file -> read(file, settings));
        }
      }
    }
    var deployed = new TreeMap<String, String>();
    settings.forEach((name, value) -> {
      if (!name.startsWith("%")) {
        deployed.putIfAbsent(name, filled(value, environment));
      } else if (name.startsWith(DEPLOYED)) {
        deployed.put(name.substring(DEPLOYED.length()), filled(value, environment));
      }
    });
    return deployed;
  }

  private void read(SourceFile file, Map<String, String> into) {
    if (file.path().endsWith(".properties")) {
      properties(file, into);
      return;
    }
    for (Tree document : Documents.read(file, root.limits(), diagnostics)) {
      var flat = new TreeMap<String, String>();
      flatten("", document, 0, flat);
      if (PROFILES.stream().noneMatch(flat::containsKey)) {
        into.putAll(flat);
      }
    }
  }

  private void properties(SourceFile file, Map<String, String> into) {
    var properties = new Properties();
    try {
      properties.load(new StringReader(file.text()));
    } catch (IOException | IllegalArgumentException e) {
      diagnostics.warning(file.span(0, 0), "these settings cannot be read: " + e.getMessage());
    }
    properties.stringPropertyNames().forEach(name -> into.put(name, properties.getProperty(name, "").strip()));
  }

  private static void flatten(String name, Tree tree, int depth, Map<String, String> into) {
    if (depth > DEPTH) {
      return;
    }
    switch (tree) {
      case Tree.Mapping mapping -> mapping.entries()
          .forEach((key, entry) -> flatten(name.isEmpty() ? key : name + '.' + key, entry.value(), depth + 1, into));
      case Tree.Scalar scalar -> into.put(name, scalar.text());
      case Tree.Sequence _ -> {
        // No setting that names what runs is a list.
      }
    }
  }

  /** {@code value} with <code>${NAME:default}</code> as the environment says. */
  private static String filled(String value, Map<String, String> environment) {
    if (!value.startsWith("${") || !value.endsWith("}")) {
      return value;
    }
    String inside = value.substring(2, value.length() - 1);
    int colon = inside.indexOf(':');
    String name = colon < 0 ? inside : inside.substring(0, colon);
    return Optional.ofNullable(environment.get(name)).orElse(colon < 0 ? "" : inside.substring(colon + 1));
  }
}
