import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

// slguard:handler ShapePlainMethodRecords::export DIRECT_INVOKE
// slguard:handler ShapePlainMethodRecords::count DIRECT_INVOKE
/** No interface at all: the template names Class::method; the event is a record of records. */
public class ShapePlainMethodRecords {
  public record Target(String folder, int copies) {
  }

  public record Order(String id, List<Target> targets) {
  }

  public String export(Order order) throws IOException {
    for (Target target : order.targets()) {
      File file = new File(target.folder(), "order.json");
      Files.writeString(file.toPath(), "{}"); // slguard:expect path-traversal
    }
    return "ok";
  }

  public int count(Order order) throws IOException {
    int sum = 0;
    for (Target target : order.targets()) {
      Files.writeString(new File("/tmp/" + target.copies()).toPath(), order.id()); // slguard:safe
      sum += target.copies();
    }
    return sum;
  }
}
