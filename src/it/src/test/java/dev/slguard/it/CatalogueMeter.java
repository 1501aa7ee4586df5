package dev.slguard.it;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Starts slguard and writes each file of the catalogue that it opens, with its bytes, to the file that {@value #RECORD} names. */
public final class CatalogueMeter {
  /** System property: the file, one line a file of the catalogue. */
  static final String RECORD = "slguard.catalogue.record";

  private static final String FOLDER = "dev/slguard/iam/catalogue/";

  private CatalogueMeter() {}

  /** Runs the command line, its classes loaded anew by a loader that counts. */
  public static void main(String[] arguments) throws Exception {
    URL[] places = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(CatalogueMeter::url).toArray(URL[]::new);
    try (var loader = new Counting(places)) {
      loader.loadClass("dev.slguard.cli.Main").getMethod("main", String[].class).invoke(null, (Object) arguments);
    }
  }

  private static URL url(String place) {
    try {
      return Path.of(place).toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Counting extends URLClassLoader {
    private Counting(URL[] places) {
      super(places, ClassLoader.getPlatformClassLoader());
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
      InputStream in = super.getResourceAsStream(name);
      if (in == null || !name.startsWith(FOLDER)) {
        return in;
      }
      try (in) {
        byte[] bytes = in.readAllBytes();
        Files.writeString(Path.of(System.getProperty(RECORD)),
            name.substring(FOLDER.length()) + " " + bytes.length + "\n", StandardOpenOption.CREATE,
            StandardOpenOption.APPEND);
        return new ByteArrayInputStream(bytes);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
