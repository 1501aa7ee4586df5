import com.amazonaws.services.lambda.runtime.Context;

final class Audit {
  private Audit() {
  }

  static void attempt(Context context, String detail) {
    context.getLogger().log("login refused: " + detail); // slguard:expect secret-logging
  }
}
