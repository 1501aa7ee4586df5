package org.acme.bench;

import java.io.IOException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

public class ThingServlet extends HttpServlet {
  @Override
  public void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String param = request.getQueryString();
    Thing thing = Things.create();
    String bar = thing.doSomething(param);
    Runtime.getRuntime().exec(bar); // slguard:expect command-injection
    Thing counting = Things.counting();
    Runtime.getRuntime().exec(counting.doSomething(param)); // slguard:safe a number
    String inner = new Inner().twist(param);
    Runtime.getRuntime().exec(inner); // slguard:expect command-injection
    Runtime.getRuntime().exec(new Inner().constant(param)); // slguard:safe
    Thing local = new Thing() {
      @Override
      public String doSomething(String value) {
        return value.trim() + "x";
      }
    };
    Runtime.getRuntime().exec(local.doSomething(param)); // slguard:expect command-injection
    class Quiet implements Thing {
      @Override
      public String doSomething(String value) {
        return "quiet";
      }
    }
    Runtime.getRuntime().exec(new Quiet().doSomething(param)); // slguard:safe
    Thing lambda = value -> value + "!";
    Runtime.getRuntime().exec(lambda.doSomething(param)); // slguard:expect command-injection
    Thing ignoring = value -> "ls";
    Runtime.getRuntime().exec(ignoring.doSomething(param)); // slguard:safe
  }

  private class Inner {
    String twist(String value) {
      String a = value;
      StringBuilder b = new StringBuilder(a);
      b.append(" and");
      return b.toString().split(" ")[0];
    }

    String constant(String value) {
      String a = "ls";
      String b = value;
      return a;
    }
  }
}
