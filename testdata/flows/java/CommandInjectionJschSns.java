import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SNSEvent;
import com.jcraft.jsch.ChannelExec;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import java.util.regex.Pattern;

// slguard:trigger SNS
public class CommandInjectionJschSns implements RequestHandler<SNSEvent, String> {
  @Override
  public String handleRequest(SNSEvent event, Context context) {
    for (SNSEvent.SNSRecord each : event.getRecords()) {
      String service = each.getSNS().getMessage();
      if (!Pattern.compile("[a-z]+").matcher(service).find()) {
        continue;
      }
      restart(service);
    }
    return "done";
  }

  private void restart(String service) {
    try {
      Session session = new JSch().getSession("deploy", System.getenv("HOST"), 22);
      session.connect();
      ChannelExec channel = (ChannelExec) session.openChannel("exec");
      channel.setCommand("sudo systemctl restart " + service); // slguard:expect command-injection
      channel.connect();
    } catch (JSchException e) {
      throw new IllegalStateException(e);
    }
  }
}

class CommandInjectionJschSnsSafe implements RequestHandler<SNSEvent, String> {
  private static final Pattern SERVICE = Pattern.compile("[a-z][a-z0-9-]{0,30}");

  @Override
  public String handleRequest(SNSEvent event, Context context) {
    String service = event.getRecords().get(0).getSNS().getMessage();
    if (!SERVICE.matcher(service).matches()) {
      throw new IllegalArgumentException("not a service");
    }
    String host = event.getRecords().get(0).getSNS().getSubject();
    if (!Pattern.matches("^[A-Za-z0-9]+$", host)) {
      return "skipped";
    }
    try {
      Session session = new JSch().getSession("deploy", System.getenv("HOST"), 22);
      ChannelExec channel = (ChannelExec) session.openChannel("exec");
      channel.setCommand("ssh " + host + " sudo systemctl restart " + service); // slguard:safe
      channel.connect();
    } catch (JSchException e) {
      return "failed";
    }
    return "done";
  }
}
