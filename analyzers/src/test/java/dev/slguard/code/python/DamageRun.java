package dev.slguard.code.python;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Damages one token in each of many sound files, in each of three ways; every function that the damage does not touch is to be found. */
final class DamageRun {
  private final List<String> sources;
  private final int copies;

  /** Damages {@code copies} of {@code sources} in each way, or all if there are fewer. */
  DamageRun(List<String> sources, int copies) {
    this.sources = sources;
    this.copies = copies;
  }

  /** Arguments: the file that {@code facts.mjs} wrote, how many files to damage a seed, the seeds. */
  public static void main(String[] arguments) throws IOException {
    var sources = new ArrayList<String>();
    var gson = new Gson();
    try (var facts = Files.lines(Path.of(arguments[0]))) {
      for (String line : (Iterable<String>) facts::iterator) {
        JsonObject said = gson.fromJson(line, JsonObject.class);
        if (said.get("ok").getAsBoolean()) {
          String text = Files.readString(Path.of(said.get("file").getAsString()));
          sources.add(text.startsWith("\uFEFF") ? text.substring(1) : text);
        }
      }
    }
    for (int i = 2; i < arguments.length; i++) {
      new DamageRun(sources, Integer.parseInt(arguments[1])).damage(Long.parseLong(arguments[i]));
    }
  }

  /** Prints every function that is lost, then the figures of each way. */
  void damage(long seed) {
    var random = new Random(seed);
    for (Damage.Kind kind : Damage.Kind.values()) {
      long expected = 0;
      long lost = 0;
      int lossless = 0;
      int tried = Math.min(copies, sources.size());
      for (int i = 0; i < tried; i++) {
        String source = sources.get((int) ((long) i * sources.size() / tried));
        if (source.isBlank()) {
          lossless++;
          continue;
        }
        Damage damage = Damage.of(source, kind, random);
        List<String> missing = damage.lost();
        expected += damage.expected().size();
        lost += missing.size();
        lossless += missing.isEmpty() ? 1 : 0;
        if (!missing.isEmpty()) {
          System.out.println(shown(kind + " of file " + i, damage, missing));
        }
      }
      System.out.printf("seed %d, %s: %d files, %d without loss; %d of %d functions and classes lost%n", seed, kind,
          tried, lossless, lost, expected);
    }
  }

  private static String shown(String name, Damage damage, List<String> missing) {
    String text = damage.text();
    int from = text.lastIndexOf('\n', Math.max(0, text.lastIndexOf('\n', damage.at()) - 1)) + 1;
    int to = text.indexOf('\n', damage.at());
    int end = to < 0 ? -1 : text.indexOf('\n', to + 1);
    return name + " loses " + missing.stream().limit(3).toList() + " by\n" + text.substring(from, damage.at())
        + '\u00AB' + text.substring(damage.at(), end < 0 ? text.length() : end);
  }
}
