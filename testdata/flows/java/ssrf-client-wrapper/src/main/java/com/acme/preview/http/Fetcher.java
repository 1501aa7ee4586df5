package com.acme.preview.http;

import java.io.IOException;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;

public class Fetcher {
  private final OkHttpClient http = new OkHttpClient();

  public String fetch(String link) {
    Request request = new Request.Builder().url(link).header("Accept", "text/html").build(); // slguard:expect ssrf
    try (Response response = http.newCall(request).execute()) {
      return response.body().string();
    } catch (IOException e) {
      return "";
    }
  }

  public int okay(String link) {
    HttpGet get = new HttpGet(link); // slguard:expect ssrf
    try (CloseableHttpClient client = HttpClients.createDefault(); CloseableHttpResponse response = client.execute(get)) {
      return response.getStatusLine().getStatusCode();
    } catch (IOException e) {
      return 0;
    }
  }

  public String status(long id) {
    Request request = new Request.Builder().url("https://status.example.com/checks/" + id).build(); // slguard:safe
    try (Response response = http.newCall(request).execute()) {
      return response.body().string();
    } catch (IOException e) {
      return "";
    }
  }
}
