package dev.slguard.aws;

import dev.slguard.cli.account.AccountSource.Unreachable;
import dev.slguard.iam.account.AccountIdentity;
import dev.slguard.iam.account.AccountIdentity.Kind;
import dev.slguard.iam.account.AccountIdentity.Part;
import dev.slguard.iam.account.LastAccessed;
import dev.slguard.iam.account.LastAccessed.ServiceUse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AccessAdvisorUsageGranularityType;
import software.amazon.awssdk.services.iam.model.ErrorDetails;
import software.amazon.awssdk.services.iam.model.GetServiceLastAccessedDetailsResponse;
import software.amazon.awssdk.services.iam.model.JobStatusType;
import software.amazon.awssdk.services.iam.model.ServiceLastAccessed;
import software.amazon.awssdk.services.iam.model.TrackedActionLastAccessed;

/**
 * Asks IAM for what identities used. A report is a job: all are started first and fetched afterwards, so that AWS makes them
 * side by side.
 */
final class ReportCalls {
  /** How far back AWS keeps this (IAM User Guide, access_policies_last-accessed). */
  private static final int DAYS = 400;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  /** A job that is not done when this much has been waited for it is given up. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final IamClient client;
  private final Calls calls;
  private final LocalDate today;
  private final Consumer<String> progress;

  ReportCalls(IamClient client, Calls calls, LocalDate today, Consumer<String> progress) {
    this.client = client;
    this.calls = calls;
    this.today = today;
    this.progress = progress;
  }

  /** The identities with their reports. */
  List<AccountIdentity> addTo(List<AccountIdentity> identities) throws Unreachable {
    Map<String, String> jobs = new LinkedHashMap<>();
    for (AccountIdentity identity : identities) {
      if (identity.kind() != Kind.GROUP && identity.editable()) {
        progress.accept("asking for the report on " + identity.name());
        calls
            .one(what(identity), "GenerateServiceLastAccessedDetails",
                () -> client.generateServiceLastAccessedDetails(
                    request -> request.arn(identity.arn()).granularity(AccessAdvisorUsageGranularityType.ACTION_LEVEL))
                    .jobId())
            .ifPresent(job -> jobs.put(identity.arn(), job));
      }
    }
    var all = new ArrayList<AccountIdentity>();
    for (AccountIdentity identity : identities) {
      boolean asked = identity.kind() != Kind.GROUP && identity.editable();
      String job = jobs.get(identity.arn());
      progress.accept("report on " + identity.name());
      Optional<LastAccessed> report = job == null ? Optional.empty() : fetch(identity, job);
      all.add(asked ? with(identity, report) : identity);
    }
    return all;
  }

  private static String what(AccountIdentity identity) {
    return IdentityCalls.what(identity.kind(), identity.name());
  }

  private Optional<LastAccessed> fetch(AccountIdentity identity, String job) throws Unreachable {
    Optional<GetServiceLastAccessedDetailsResponse> page = finished(identity, job);
    var services = new TreeMap<String, ServiceUse>();
    while (page.isPresent()) {
      for (ServiceLastAccessed service : page.get().servicesLastAccessed()) {
        services.put(service.serviceNamespace(), use(service));
      }
      String marker = page.get().marker();
      if (!Boolean.TRUE.equals(page.get().isTruncated()) || marker == null) {
        LocalDate kept = today.minusDays(DAYS);
        LocalDate since = identity.created().filter(created -> created.isAfter(kept)).orElse(kept);
        return Optional.of(new LastAccessed(since, services));
      }
      page = page(identity, job, Optional.of(marker));
    }
    return Optional.empty();
  }

  /** The first page of the report once the job is done; empty if that fails or takes too long. */
  private Optional<GetServiceLastAccessedDetailsResponse> finished(AccountIdentity identity, String job)
      throws Unreachable {
    Duration pause = FIRST_PAUSE;
    Duration waited = Duration.ZERO;
    while (waited.compareTo(PATIENCE) < 0) {
      Optional<GetServiceLastAccessedDetailsResponse> page = page(identity, job, Optional.empty());
      if (page.isEmpty() || page.get().jobStatus() == JobStatusType.COMPLETED) {
        return page;
      }
      if (page.get().jobStatus() != JobStatusType.IN_PROGRESS) {
        String why = Optional.ofNullable(page.get().error()).map(ErrorDetails::code).orElse("no reason given");
        calls.problem(what(identity) + ": the report on what it used failed (" + why + ")");
        return Optional.empty();
      }
      if (!slept(pause)) {
        return Optional.empty();
      }
      waited = waited.plus(pause);
      pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
    }
    calls.problem(what(identity) + ": the report on what it used was not ready after " + PATIENCE.toSeconds() + " s");
    return Optional.empty();
  }

  private static boolean slept(Duration pause) {
    try {
      Thread.sleep(pause);
      return true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Optional<GetServiceLastAccessedDetailsResponse> page(AccountIdentity identity, String job,
      Optional<String> marker) throws Unreachable {
    return calls.one(what(identity), "GetServiceLastAccessedDetails", () -> client.getServiceLastAccessedDetails(
        request -> request.jobId(job).maxItems(IdentityCalls.PAGE).marker(marker.orElse(null))));
  }

  private static ServiceUse use(ServiceLastAccessed service) {
    var actions = new TreeMap<String, Optional<LocalDate>>();
    for (TrackedActionLastAccessed action : service.trackedActionsLastAccessed()) {
      actions.put(action.actionName(), day(action.lastAccessedTime()));
    }
    return new ServiceUse(day(service.lastAuthenticated()), actions);
  }

  private static Optional<LocalDate> day(@Nullable Instant instant) {
    return Optional.ofNullable(instant).map(at -> LocalDate.ofInstant(at, ZoneOffset.UTC));
  }

  private static AccountIdentity with(AccountIdentity one, Optional<LastAccessed> report) {
    EnumSet<Part> missing = EnumSet.noneOf(Part.class);
    missing.addAll(one.missing());
    if (report.isEmpty()) {
      missing.add(Part.LAST_ACCESSED);
    }
    return new AccountIdentity(one.kind(), one.name(), one.arn(), one.created(), one.editable(), one.trust(),
        one.inline(), one.managed(), one.boundary(), one.groups(), one.stack(), report, missing);
  }
}
