package com.acme.orders;

import com.acme.orders.data.Shell;

abstract class BaseHandler {
  protected void log(String text) {
    Shell.run("logger " + text);
    Shell.run("logger " + Shell.clean(text));
  }
}
