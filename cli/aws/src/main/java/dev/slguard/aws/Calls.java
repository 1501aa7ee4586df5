package dev.slguard.aws;

import dev.slguard.cli.account.AccountSource.Unreachable;
import java.io.UncheckedIOException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Makes calls and writes down what went wrong. One refused call is one problem; where nobody answers, or the credentials are
 * refused, no further call is made.
 */
final class Calls {
  /** So many calls without an answer, each tried {@link Clients#ATTEMPTS} times, end the pull. */
  private static final int UNANSWERED = 3;
  private static final Set<String> DENIED = Set.of("AccessDenied", "AccessDeniedException", "UnauthorizedOperation",
      "NotAuthorized");
  private static final Set<String> CREDENTIALS = Set.of("InvalidClientTokenId", "SignatureDoesNotMatch", "ExpiredToken",
      "ExpiredTokenException", "UnrecognizedClientException", "IncompleteSignature", "MissingAuthenticationToken",
      "InvalidAccessKeyId", "RequestExpired", "OptInRequired", "InvalidSignatureException");

  private final List<String> problems = new ArrayList<>();
  private int answered;
  private int unanswered;
  private boolean over;

  /**
   * Items of a listing.
   *
   * @param complete whether these are all
   */
  record Listed<T>(List<T> items, boolean complete) {
    Listed {
      items = List.copyOf(items);
    }
  }

  /** What could not be read, in the order met. */
  List<String> problems() {
    return List.copyOf(problems);
  }

  /** Whether no further call is made. */
  boolean isOver() {
    return over;
  }

  /** Writes down a problem that is no failed call. */
  void problem(String text) {
    problems.add(text);
  }

  /**
   * The answer to one call; empty if there is none, and then the problem is written down.
   *
   * @param what the call is about: {@code role 'x'}
   * @param action as IAM names it
   */
  <T> Optional<T> one(String what, String action, Supplier<T> call) throws Unreachable {
    if (over) {
      return Optional.empty();
    }
    try {
      T answer = call.get();
      answered++;
      unanswered = 0;
      return Optional.of(answer);
    } catch (SdkException | UncheckedIOException e) {
      failed(what, action, e);
      return Optional.empty();
    }
  }

  /** The items of a paginated call, as many as could be read. */
  <T> Listed<T> all(String what, String action, Supplier<Iterable<T>> pages) throws Unreachable {
    var items = new ArrayList<T>();
    boolean complete = one(what, action, () -> {
      pages.get().forEach(items::add);
      return true;
    }).isPresent();
    return new Listed<>(items, complete);
  }

  private void failed(String what, String action, RuntimeException e) throws Unreachable {
    if (e instanceof AwsServiceException refused) {
      refused(what, action, refused);
      return;
    }
    if (answered == 0) {
      stop("IAM cannot be reached: " + line(e));
    } else {
      silent(what, action, "no answer (" + line(e) + ")");
    }
  }

  private void refused(String what, String action, AwsServiceException e) throws Unreachable {
    String code = Optional.ofNullable(e.awsErrorDetails()).flatMap(details -> Optional.ofNullable(details.errorCode()))
        .orElse("status " + e.statusCode());
    if (CREDENTIALS.contains(code)) {
      stop("AWS refuses the credentials (" + code + ")");
    } else if (e.isThrottlingException() || e.statusCode() >= 500) {
      silent(what, action, "no answer in " + Clients.ATTEMPTS + " attempts (" + code + ")");
    } else {
      answered++;
      unanswered = 0;
      problems.add(DENIED.contains(code)
          ? what + ": iam:" + action + " is denied"
          : code.equals("NoSuchEntity")
              ? what + " does not exist (iam:" + action + ")"
              : what + ": iam:" + action + " failed (" + code + ")");
    }
  }

  private void silent(String what, String action, String why) throws Unreachable {
    unanswered++;
    problems.add(what + ": iam:" + action + " got " + why);
    if (unanswered >= UNANSWERED) {
      stop("IAM did not answer " + unanswered + " calls in a row");
    }
  }

  private void stop(String why) throws Unreachable {
    if (answered == 0) {
      throw new Unreachable(why);
    }
    over = true;
    problems.add(why + "; the rest was not read");
  }

  /** What went wrong, in one short line without the SDK's own names. */
  static String line(Throwable e) {
    Throwable deepest = e;
    for (int i = 0; i < 20 && deepest.getCause() != null; i++) {
      deepest = deepest.getCause();
    }
    String message = Optional.ofNullable(deepest.getMessage()).orElse(deepest.getClass().getSimpleName());
    if (deepest instanceof UnknownHostException) {
      return "unknown host '" + message + "'";
    }
    return shortened(message);
  }

  /** The first sentence that matters: behind it the SDK lists what it has tried. */
  static String shortened(String message) {
    int end = message.indexOf('\n');
    String first = end < 0 ? message : message.substring(0, end);
    int detail = Math.max(first.indexOf(" : ["), first.indexOf(": ProfileFile("));
    String said = detail < 0 ? first : first.substring(0, detail);
    return said.length() > 300 ? said.substring(0, 300) + '…' : said;
  }
}
