package dev.slguard.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Work a file, several at once, results in the order of the input. */
final class Parallel {
  private Parallel() {}

  /** {@code work} on each of {@code items}; on the calling thread alone where one is enough. */
  static <T, R> List<R> map(List<T> items, int threads, Function<T, R> work, Progress progress) {
    if (threads <= 1 || items.size() <= 2) {
      var results = new ArrayList<R>();
      for (T item : items) {
        results.add(work.apply(item));
        progress.at(results.size(), items.size());
      }
      return results;
    }
    var done = new AtomicInteger();
    try (ExecutorService pool = Executors.newFixedThreadPool(Math.min(threads, items.size()))) {
      var pending = new ArrayList<Callable<R>>();
      for (T item : items) {
        pending.add(() -> {
          R result = work.apply(item);
          progress.at(done.incrementAndGet(), items.size());
          return result;
        });
      }
      var results = new ArrayList<R>();
      for (Future<R> future : pool.invokeAll(pending)) {
        results.add(future.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading files", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException bug ? bug : new IllegalStateException(e.getCause());
    }
  }
}
