package notes.store;

public interface NoteStore {
  void create(String title);

  void createSlug(String slug);

  void pages(int pages);
}
