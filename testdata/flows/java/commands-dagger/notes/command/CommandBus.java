package notes.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.inject.Inject;
import notes.store.NoteStore;

public class CommandBus {
  private final NoteStore store;

  @Inject
  public CommandBus(NoteStore store) {
    this.store = store;
  }

  public void send(Command command) {
    try {
      switch (command) {
        case CreateNote note -> {
          store.create(note.title());
          store.createSlug(note.slug());
          store.pages(note.pages());
        }
        case ExportNotes(String target, ExportNotes.Format format) -> {
          Files.createFile(Path.of("/mnt/exports", target)); // slguard:expect path-traversal
          Files.createFile(Path.of("/mnt/exports", "notes" + format.extension())); // slguard:safe
          Files.createFile(Path.of("/mnt/exports", "notes-" + format)); // slguard:safe
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
