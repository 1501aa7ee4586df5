package com.acme.notes;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import javax.sql.DataSource;

class SqlNoteStore implements NoteStore {
  private final DataSource source;

  @Inject
  SqlNoteStore(DataSource source) {
    this.source = source;
  }

  @Override
  public List<String> search(String text, String tag, int limit) {
    List<String> found = new ArrayList<>();
    try (Connection db = source.getConnection()) {
      db.createStatement().executeQuery("select 1 from tags where tag = '" + tag + "'"); // slguard:safe checked in the builder
      db.createStatement().executeQuery("select 1 limit " + limit); // slguard:safe
      ResultSet rows = db.createStatement().executeQuery("select note from notes where note like '%" + text + "%'"); // slguard:expect sql-injection
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return found;
  }
}
