package notes.command;

public record ExportNotes(String target, Format format) implements Command {
  public enum Format {
    PDF, TXT;

    public static Format of(String text) {
      return "pdf".equals(text) ? PDF : TXT;
    }

    public String extension() {
      return switch (this) {
        case PDF -> ".pdf";
        case TXT -> ".txt";
      };
    }
  }
}
