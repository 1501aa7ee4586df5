package com.acme.notes;

import java.util.List;

interface NoteStore {
  List<String> search(String text, String tag, int limit);
}
