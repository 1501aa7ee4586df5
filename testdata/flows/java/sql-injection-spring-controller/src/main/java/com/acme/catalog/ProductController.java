package com.acme.catalog;

import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/products")
public class ProductController {
  private final ProductStore store;

  public ProductController(ProductStore store) {
    this.store = store;
  }

  @GetMapping
  public List<String> search(@RequestParam(name = "q", defaultValue = "") String text,
      @RequestHeader("X-Tenant") String tenant) {
    return store.search(text, tenant);
  }

  @GetMapping("/{id}")
  public List<String> one(@PathVariable("id") UUID id, @RequestParam int page) {
    return store.byId(id, page);
  }

  @PostMapping
  public int create(@RequestBody NewProduct product) {
    return store.create(product);
  }
}
