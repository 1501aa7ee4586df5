import dev.slguard.iam.simulate.Simulator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Answers requests, one JSON line each, from standard input. */
public final class Answer {
  private Answer() {}

  public static void main(String[] arguments) throws IOException {
    var simulator = new Simulator();
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (var out = new PrintStream(System.out, false, StandardCharsets.UTF_8)) {
      int number = 1;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        out.println(simulator.answer(line, "requests.jsonl", number++));
        out.flush();
      }
    }
  }
}
