package dev.slguard.it;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A moto server on loopback: an AWS account that lives as long as the process. */
final class Moto implements AutoCloseable {
  private static final Duration STARTING = Duration.ofSeconds(60);

  private final Process process;
  private final URI address;

  private Moto(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  /** The program, where {@code .ci/run} installs it or {@code SLGUARD_MOTO} says. */
  static Optional<Path> program() {
    String given = System.getenv("SLGUARD_MOTO");
    Path program = given == null || given.isBlank()
        ? Path.of(System.getProperty("user.home"), ".cache/slguard/moto/bin/moto_server")
        : Path.of(given);
    return Files.isExecutable(program) ? Optional.of(program) : Optional.empty();
  }

  /** Starts {@code program} on a free port and waits until it answers. */
  static Moto start(Path program) throws IOException, InterruptedException {
    int port;
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    ProcessBuilder builder = new ProcessBuilder(program.toString(), "-H", "127.0.0.1", "-p", Integer.toString(port))
        .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("MOTO_IAM_LOAD_MANAGED_POLICIES", "true");
    Process process = builder.start();
    var moto = new Moto(process, URI.create("http://127.0.0.1:" + port));
    Instant end = Instant.now().plus(STARTING);
    while (!moto.answers()) {
      if (Instant.now().isAfter(end) || !process.isAlive()) {
        moto.close();
        throw new IOException("moto does not start");
      }
      TimeUnit.MILLISECONDS.sleep(200);
    }
    return moto;
  }

  private boolean answers() {
    try {
      var connection = (HttpURLConnection) address.resolve("/moto-api/").toURL().openConnection();
      connection.setConnectTimeout(1000);
      connection.setReadTimeout(5000);
      boolean up = connection.getResponseCode() == HttpURLConnection.HTTP_OK;
      connection.disconnect();
      return up;
    } catch (IOException _) {
      return false;
    }
  }

  URI address() {
    return address;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
