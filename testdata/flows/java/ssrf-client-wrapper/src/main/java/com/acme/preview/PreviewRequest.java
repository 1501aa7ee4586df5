package com.acme.preview;

import lombok.Data;

@Data
public class PreviewRequest {
  private String link;
  private long id;
}
