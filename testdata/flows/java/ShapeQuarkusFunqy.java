import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

// slguard:handler ShapeQuarkusFunqy::greet HTTP_API_V2
// slguard:handler ShapeQuarkusFunqy::total HTTP_API_V2
@ApplicationScoped
public class ShapeQuarkusFunqy {
  public static class Person {
    private String name;
    private Integer age;

    public String getName() {
      return name;
    }

    public Integer getAge() {
      return age;
    }
  }

  @Inject
  EntityManager entities;

  @Funq
  public String greet(Person person) {
    entities.createNativeQuery("insert into greeted values ('" + person.getName() + "')").executeUpdate(); // slguard:expect sql-injection
    return "hello";
  }

  @Funq
  public int total(Person person) {
    return entities.createNativeQuery("select * from greeted where age = " + person.getAge()).getResultList().size(); // slguard:safe
  }
}
