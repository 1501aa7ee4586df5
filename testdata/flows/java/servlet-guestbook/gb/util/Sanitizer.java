package gb.util;

import org.springframework.web.util.HtmlUtils;

public class Sanitizer {
  public static String html(String value) {
    return value == null ? "" : HtmlUtils.htmlEscape(value);
  }
}
