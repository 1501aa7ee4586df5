package dev.slguard.aws;

import dev.slguard.cli.account.AccountSource;
import dev.slguard.cli.account.AccountSource.Unreachable;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsProfileRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.SystemSettingsRegionProvider;
import software.amazon.awssdk.services.iam.IamClient;

/** Makes the client. */
final class Clients {
  /** Attempts of one call; the SDK waits longer between them when AWS throttles. */
  static final int ATTEMPTS = 6;
  private static final Duration CONNECTING = Duration.ofSeconds(10);
  private static final Duration ONE_ATTEMPT = Duration.ofSeconds(30);

  private Clients() {}

  static IamClient iam(AccountSource.Connection connection) throws Unreachable {
    try {
      var builder = IamClient.builder().credentialsProvider(credentials(connection)).region(region(connection))
          .httpClientBuilder(UrlConnectionHttpClient.builder().connectionTimeout(CONNECTING).socketTimeout(ONE_ATTEMPT))
          .overrideConfiguration(configuration -> configuration
              .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder().maxAttempts(ATTEMPTS).build()));
      if (connection.endpoint().isPresent()) {
        builder.endpointOverride(address(connection.endpoint().get()));
      }
      return builder.build();
    } catch (SdkClientException | IllegalArgumentException e) {
      throw new Unreachable("the AWS client cannot be set up: " + Calls.line(e));
    }
  }

  /**
   * A profile that the user names wins over keys in the environment, as with AWS's own command line. They are tried at once,
   * so that a mistake in them is told apart from a call that fails; providers throw exceptions of every kind.
   */
  private static AwsCredentialsProvider credentials(AccountSource.Connection connection) throws Unreachable {
    try {
      AwsCredentialsProvider provider = connection.profile()
          .<AwsCredentialsProvider>map(ProfileCredentialsProvider::create)
          .orElseGet(() -> DefaultCredentialsProvider.builder().build());
      provider.resolveCredentials();
      return provider;
    } catch (RuntimeException e) {
      String message = Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
      throw new Unreachable(message.startsWith("Unable to load credentials from any")
          ? "no AWS credentials were found: set AWS_PROFILE or AWS_ACCESS_KEY_ID, or give --aws-profile"
          : "the AWS credentials cannot be used: " + Calls.shortened(message));
    }
  }

  private static URI address(String text) throws Unreachable {
    try {
      URI address = new URI(text);
      boolean isWeb = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
      if (isWeb && address.getHost() != null) {
        return address;
      }
    } catch (URISyntaxException _) {
      throw new Unreachable("--endpoint-url takes an http or https address, not '" + text + "'");
    }
    throw new Unreachable("--endpoint-url takes an http or https address, not '" + text + "'");
  }

  /**
   * IAM is global: the region tells the partition alone, so that none is needed, and the instance's own is not asked for.
   */
  private static Region region(AccountSource.Connection connection) {
    Optional<String> given = connection.region();
    if (given.isPresent()) {
      return Region.of(given.get());
    }
    try {
      var profile = new AwsProfileRegionProvider(null, connection.profile().orElse(null));
      return new AwsRegionProviderChain(new SystemSettingsRegionProvider(), profile).getRegion();
    } catch (SdkClientException _) {
      return Region.AWS_GLOBAL;
    }
  }
}
