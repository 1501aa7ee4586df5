package com.acme.media;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.transfer.s3.S3TransferManager;

// slguard:trigger STEP_FUNCTIONS
public class Transcode implements RequestHandler<Transcode.Task, Map<String, Object>> {
  private final S3Client s3 = S3Client.create();

  public static class Task {
    private String preset;
    private int bitrate;
    private double start;
    private String title;

    public String getPreset() {
      return preset;
    }

    public void setPreset(String preset) {
      this.preset = preset;
    }

    public int getBitrate() {
      return bitrate;
    }

    public void setBitrate(int bitrate) {
      this.bitrate = bitrate;
    }

    public double getStart() {
      return start;
    }

    public String getTitle() {
      return title;
    }
  }

  private enum Preset {
    WEB("libx264"), ARCHIVE("libx265");

    private final String codec;

    Preset(String codec) {
      this.codec = codec;
    }
  }

  @Override
  public Map<String, Object> handleRequest(Task task, Context context) {
    Preset preset = Preset.valueOf(task.getPreset());
    List<String> command = new ArrayList<>(List.of("/opt/bin/ffmpeg", "-y", "-ss", Double.toString(task.getStart()), "-i", "/tmp/in.mp4"));
    command.addAll(List.of("-c:v", preset.codec, "-b:v", task.getBitrate() + "k"));
    command.add("-metadata");
    command.add("title=" + task.getTitle());
    command.add("/tmp/out.mp4");
    try {
      Path work = Files.createTempDirectory("transcode");
      Process process = new ProcessBuilder(command).directory(work.toFile()).redirectErrorStream(true).start(); // slguard:safe
      try (BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
        String line;
        while ((line = out.readLine()) != null) {
          context.getLogger().log(line);
        }
      }
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      File result = new File("/tmp/out.mp4");
      s3.putObject(b -> b.bucket(System.getenv("OUT")).key("videos/" + context.getAwsRequestId() + ".mp4"), result.toPath()); // slguard:safe
      return Map.of("size", result.length(), "exit", process.exitValue());
    } catch (IOException e) {
      throw new IllegalStateException("Transcoding failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Map.of();
    }
  }
}
