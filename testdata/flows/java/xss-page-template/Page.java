import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

class Page {
  private final String title;
  private final List<String> parts = new ArrayList<>();

  Page(String title) {
    this.title = title;
  }

  Page paragraph(String text) {
    parts.add("<p>" + text + "</p>");
    return this;
  }

  String render() {
    return parts.stream().collect(Collectors.joining("\n", "<html><title>" + title + "</title>", "</html>"));
  }
}
