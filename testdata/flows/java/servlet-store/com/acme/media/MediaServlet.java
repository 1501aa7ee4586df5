package com.acme.media;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.commons.io.FilenameUtils;
import org.apache.commons.io.IOUtils;

public class MediaServlet extends HttpServlet {
  private static final Path BASE = Path.of("/mnt/media");

  @Override
  protected void doGet(HttpServletRequest req, HttpServletResponse resp) throws IOException {
    String name = req.getParameter("name");
    switch (req.getPathInfo()) {
      case "/raw" -> raw(name, resp);
      case "/safe" -> checked(name, resp);
      case "/flat" -> flat(name, resp);
      default -> resp.sendError(404);
    }
  }

  private void raw(String name, HttpServletResponse resp) throws IOException {
    try (InputStream in = new FileInputStream(new File("/mnt/media", name))) { // slguard:expect path-traversal
      IOUtils.copy(in, resp.getOutputStream());
    }
  }

  private void checked(String name, HttpServletResponse resp) throws IOException {
    Path wanted = BASE.resolve(name).normalize();
    if (!wanted.startsWith(BASE)) {
      resp.sendError(HttpServletResponse.SC_BAD_REQUEST);
      return;
    }
    Files.copy(wanted, resp.getOutputStream()); // slguard:safe
  }

  private void flat(String name, HttpServletResponse resp) throws IOException {
    Files.copy(Paths.get("/mnt/media", FilenameUtils.getName(name)), resp.getOutputStream()); // slguard:safe
  }

  @Override
  protected void doPost(HttpServletRequest req, HttpServletResponse resp) throws IOException {
    Archive archive = new Archive(new File("/tmp/upload"));
    archive.unpack(req.getInputStream());
    archive.unpackChecked(req.getInputStream());
    resp.setStatus(204);
  }

  /** Unpacks what was uploaded. */
  static final class Archive {
    private final File target;

    Archive(File target) {
      this.target = target;
    }

    void unpack(InputStream upload) throws IOException {
      try (ZipInputStream zip = new ZipInputStream(upload)) {
        ZipEntry entry;
        while ((entry = zip.getNextEntry()) != null) {
          File file = new File(target, entry.getName());
          Files.copy(zip, file.toPath()); // slguard:expect path-traversal
        }
      }
    }

    void unpackChecked(InputStream upload) throws IOException {
      try (ZipInputStream zip = new ZipInputStream(upload)) {
        ZipEntry entry;
        while ((entry = zip.getNextEntry()) != null) {
          File file = new File(target, entry.getName());
          if (!file.getCanonicalPath().startsWith(target.getCanonicalPath() + File.separator)) {
            throw new IOException("Entry leaves the folder");
          }
          Files.copy(zip, file.toPath()); // slguard:safe
        }
      }
    }
  }
}
