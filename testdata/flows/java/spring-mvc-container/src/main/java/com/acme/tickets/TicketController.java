package com.acme.tickets;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.view.RedirectView;

@RestController
@Validated
@RequestMapping("/tickets")
public class TicketController {
  private final TicketService service;

  public TicketController(TicketService service) {
    this.service = service;
  }

  @GetMapping
  public List<String> list(@RequestParam(defaultValue = "open") String state, @RequestParam int page) {
    return service.list(state, page);
  }

  @GetMapping("/{id}")
  public String one(@PathVariable UUID id, @RequestHeader("X-Tenant") String tenant) {
    return service.one(id, tenant);
  }

  @PostMapping
  public ResponseEntity<Void> create(@Valid @RequestBody NewTicket ticket) {
    service.create(ticket);
    return ResponseEntity.status(HttpStatus.CREATED).build();
  }

  @GetMapping(value = "/hello", produces = MediaType.TEXT_HTML_VALUE)
  public String hello(@RequestParam String name) {
    return "<h1>Hello " + name + "</h1>"; // slguard:expect xss-reflected
  }

  @GetMapping(value = "/hello.json", produces = MediaType.APPLICATION_JSON_VALUE)
  public Map<String, String> helloJson(@RequestParam String name) {
    return Map.of("hello", name); // slguard:safe
  }

  @GetMapping("/page")
  public ResponseEntity<String> page(@CookieValue("theme") String theme) {
    HttpHeaders headers = new HttpHeaders();
    headers.setContentType(MediaType.TEXT_HTML);
    return new ResponseEntity<>("<body class='" + theme + "'>", headers, HttpStatus.OK); // slguard:expect xss-reflected
  }

  @GetMapping("/leave")
  public RedirectView leave(@RequestParam String to) {
    return new RedirectView(to); // slguard:expect open-redirect
  }

  @GetMapping("/back")
  public ResponseEntity<Void> back(@RequestParam String to) {
    return ResponseEntity.status(302).header("Location", "/tickets/" + to).build(); // slguard:safe
  }

  @GetMapping("/away")
  public ResponseEntity<Void> away(@RequestParam String to) {
    return ResponseEntity.status(302).header(HttpHeaders.LOCATION, to).build(); // slguard:expect open-redirect
  }

  @PostMapping("/search")
  public List<String> search(@ModelAttribute SearchForm form) {
    return service.search(form.getText(), form.getArea());
  }

  /** What a new ticket needs. */
  public record NewTicket(@Pattern(regexp = "[A-Z]{2,5}") String area, String title, Priority priority) {}

  public enum Priority { LOW, HIGH }

  public static class SearchForm {
    private String text;

    @Pattern(regexp = "[a-z]+")
    private String area;

    public String getText() {
      return text;
    }

    public void setText(String text) {
      this.text = text;
    }

    public String getArea() {
      return area;
    }

    public void setArea(String area) {
      this.area = area;
    }
  }
}
