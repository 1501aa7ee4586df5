package notes.store;

import javax.inject.Inject;
import javax.inject.Singleton;
import org.jdbi.v3.core.Jdbi;

@Singleton
public class JdbiNoteStore implements NoteStore {
  private final Jdbi jdbi;

  @Inject
  JdbiNoteStore(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void create(String title) {
    jdbi.useHandle(h -> h.execute("insert into notes(title) values ('" + title + "')")); // slguard:expect sql-injection
    jdbi.useHandle(h -> h.execute("insert into notes(title) values (?)", title)); // slguard:safe
    jdbi.withHandle(h -> h.createQuery("select * from notes where title = :t").bind("t", title).mapTo(String.class).list()); // slguard:safe
    jdbi.withHandle(h -> h.createQuery("select * from notes where title = '%s'".formatted(title)).mapTo(String.class).list()); // slguard:expect sql-injection
  }

  @Override
  public void createSlug(String slug) {
    jdbi.useHandle(h -> h.execute("insert into slugs values ('" + slug + "')")); // slguard:safe
  }

  @Override
  public void pages(int pages) {
    jdbi.useHandle(h -> h.execute("insert into pages values (" + pages + ")")); // slguard:safe
  }
}
