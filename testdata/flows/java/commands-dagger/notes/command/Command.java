package notes.command;

public sealed interface Command permits CreateNote, ExportNotes {
}
