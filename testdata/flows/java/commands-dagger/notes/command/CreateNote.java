package notes.command;

public record CreateNote(String title, int pages) implements Command {
  public String slug() {
    return title.toLowerCase().replaceAll("[^a-z0-9]+", "-");
  }
}
