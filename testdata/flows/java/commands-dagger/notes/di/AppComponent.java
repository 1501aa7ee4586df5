package notes.di;

import dagger.Binds;
import dagger.Component;
import dagger.Module;
import dagger.Provides;
import javax.inject.Singleton;
import notes.NotesHandler;
import notes.store.JdbiNoteStore;
import notes.store.NoteStore;
import org.jdbi.v3.core.Jdbi;
import com.google.gson.Gson;

@Singleton
@Component(modules = AppComponent.AppModule.class)
public interface AppComponent {
  void inject(NotesHandler handler);

  @Module
  abstract class AppModule {
    @Binds
    abstract NoteStore store(JdbiNoteStore store);

    @Provides
    static Jdbi jdbi() {
      return Jdbi.create(System.getenv("JDBC"));
    }

    @Provides
    static Gson gson() {
      return new Gson();
    }
  }
}
