package cafe;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.*;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

@Controller("/menu")
public class MenuController {
  private final MenuStore store;
  private final HttpClient client;

  public MenuController(MenuStore store, @Client("https://suppliers.cafe.io") HttpClient client) {
    this.store = store;
    this.client = client;
  }

  @Get("/{dish}")
  public String dish(@PathVariable String dish, @QueryValue Optional<String> lang) {
    store.byDish(dish);
    store.byLanguage(lang.orElse("en"));
    store.byLanguage2(lang.filter(l -> l.matches("[a-z]{2}")).orElse("en"));
    return "{}";
  }

  @Post(consumes = MediaType.APPLICATION_JSON)
  public HttpResponse<?> add(@Body Dish dish) {
    store.add(dish);
    return HttpResponse.created(dish);
  }

  @Get(value = "/html/{name}", produces = MediaType.TEXT_HTML)
  public String html(String name) {
    return "<b>" + name + "</b>"; // slguard:expect xss-reflected
  }

  @Get("/leave")
  public HttpResponse<?> leave(@QueryValue String to, @Header("X-Section") String section) {
    if (section.equals("a")) {
      return HttpResponse.redirect(URI.create("/menu/" + to)); // slguard:safe
    }
    return HttpResponse.redirect(URI.create(to)); // slguard:expect open-redirect
  }

  @Get("/match")
  public boolean match(@QueryValue String pattern, @QueryValue String text) {
    Matcher fixed = Pattern.compile("^[a-z]+$").matcher(text); // slguard:safe
    Pattern quoted = Pattern.compile(Pattern.quote(pattern)); // slguard:safe
    Pattern open = Pattern.compile(pattern); // slguard:expect redos
    return fixed.matches() && quoted.matcher(text).find() && open.matcher("x").find();
  }
}
