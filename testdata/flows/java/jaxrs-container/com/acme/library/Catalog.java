package com.acme.library;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

public class Catalog {
  @PersistenceContext
  private EntityManager em;

  public Object byIsbn(String isbn) {
    return em.createQuery("select b from Book b where b.isbn = '" + isbn + "'").getSingleResult(); // slguard:safe the path admits digits only
  }

  public List<?> byAuthor(String author) {
    return em.createQuery("select b from Book b where b.author like '%" + author + "%'").getResultList(); // slguard:expect sql-injection
  }

  public List<?> byAuthor2(String author) {
    return em.createQuery("select b from Book b where b.author = '" + author + "'").getResultList(); // slguard:expect sql-injection
  }

  public List<?> year(int year) {
    return em.createQuery("select b from Book b where b.year = " + year).getResultList(); // slguard:safe
  }

  public List<?> language(String language) {
    String known = "de".equals(language) ? "de" : "en";
    return em.createQuery("select b from Book b where b.language = '" + known + "'").getResultList(); // slguard:safe
  }

  public void add(String title) {
    em.createNativeQuery("insert into book(title) values (:t)").setParameter("t", title).executeUpdate(); // slguard:safe
  }

  public void lend(String reader, int days) {
    em.createNativeQuery("update book set days = " + days).executeUpdate(); // slguard:safe
    em.createNativeQuery("update book set reader = '" + reader + "'").executeUpdate(); // slguard:expect sql-injection
  }

  public void device(String device) {
    em.createNativeQuery("insert into device values ('" + device + "')").executeUpdate(); // slguard:expect sql-injection
  }
}
