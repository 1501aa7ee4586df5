package dev.slguard.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ProtocolFamily;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketImpl;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.nio.channels.AsynchronousChannelGroup;
import java.nio.channels.AsynchronousServerSocketChannel;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.AbstractSelector;
import java.nio.channels.spi.AsynchronousChannelProvider;
import java.nio.channels.spi.SelectorProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.stream.Stream;

/**
 * Starts slguard in a JVM in which every way to a socket or a host's name is taken over: each is written to the file named by
 * {@value #RECORD}, and refused. The tests of {@link NetworkTest} start it with the providers below.
 */
public final class NetworkGuard {
  /** System property: the file in which attempts are recorded, one a line. */
  static final String RECORD = "slguard.network.record";
  /** System property: whether sockets are taken over, or only names of hosts and channels. */
  static final String SOCKETS = "slguard.network.sockets";

  private NetworkGuard() {}

  /** Runs the command line with all ways taken over. */
  @SuppressWarnings("deprecation") // There is no other way to see a java.net.Socket before it is used.
  public static void main(String[] arguments) throws IOException {
    if (Boolean.getBoolean(SOCKETS)) {
      Socket.setSocketImplFactory(() -> refused("socket"));
      ServerSocket.setSocketFactory(() -> refused("server socket"));
      DatagramSocket.setDatagramSocketImplFactory(() -> {
        throw new Refused(record("datagram socket"));
      });
    }
    dev.slguard.cli.Main.main(arguments);
  }

  private static SocketImpl refused(String what) {
    throw new Refused(record(what));
  }

  /** Writes it down, with where it came from. */
  static String record(String what) {
    String from = Arrays.stream(new Throwable().getStackTrace()).map(StackTraceElement::toString)
        .filter(line -> !line.contains(NetworkGuard.class.getSimpleName())).limit(12).toList().toString();
    try {
      Files.writeString(Path.of(System.getProperty(RECORD)), what + " " + from + "\n", StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return what;
  }

  /** What an attempt ends in. */
  private static final class Refused extends SecurityException {
    private static final long serialVersionUID = 1;

    private Refused(String what) {
      super("refused by the test: " + what);
    }
  }

  /** Takes over names of hosts; named in META-INF/services of the class path of the test. */
  public static final class Names extends InetAddressResolverProvider {
    @Override
    public String name() {
      return "guard";
    }

    @Override
    public InetAddressResolver get(Configuration configuration) {
      return new InetAddressResolver() {
        @Override
        public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
          throw new UnknownHostException(record("name " + host));
        }

        @Override
        public String lookupByAddress(byte[] address) throws UnknownHostException {
          throw new UnknownHostException(record("address " + Arrays.toString(address)));
        }
      };
    }
  }

  /** Takes over channels; -Djava.nio.channels.spi.SelectorProvider. */
  public static final class Channels extends SelectorProvider {
    @Override
    public DatagramChannel openDatagramChannel() {
      throw new Refused(record("datagram channel"));
    }

    @Override
    public DatagramChannel openDatagramChannel(ProtocolFamily family) {
      throw new Refused(record("datagram channel"));
    }

    @Override
    public Pipe openPipe() {
      throw new Refused(record("pipe"));
    }

    @Override
    public AbstractSelector openSelector() {
      throw new Refused(record("selector"));
    }

    @Override
    public ServerSocketChannel openServerSocketChannel() {
      throw new Refused(record("server channel"));
    }

    @Override
    public ServerSocketChannel openServerSocketChannel(ProtocolFamily family) {
      throw new Refused(record("server channel"));
    }

    @Override
    public SocketChannel openSocketChannel() {
      throw new Refused(record("channel"));
    }

    @Override
    public SocketChannel openSocketChannel(ProtocolFamily family) {
      throw new Refused(record("channel"));
    }
  }

  /** Takes over asynchronous channels; -Djava.nio.channels.spi.AsynchronousChannelProvider. */
  public static final class AsynchronousChannels extends AsynchronousChannelProvider {
    @Override
    public AsynchronousChannelGroup openAsynchronousChannelGroup(int threads, ThreadFactory factory) {
      throw new Refused(record("channel group"));
    }

    @Override
    public AsynchronousChannelGroup openAsynchronousChannelGroup(ExecutorService executor, int size) {
      throw new Refused(record("channel group"));
    }

    @Override
    public AsynchronousServerSocketChannel openAsynchronousServerSocketChannel(AsynchronousChannelGroup group) {
      throw new Refused(record("asynchronous server channel"));
    }

    @Override
    public AsynchronousSocketChannel openAsynchronousSocketChannel(AsynchronousChannelGroup group) {
      throw new Refused(record("asynchronous channel"));
    }
  }
}
